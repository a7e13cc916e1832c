import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DayPeople, HeldLead, OutboxAnswer, Today, WholeLead } from "#lead/submission/staffAnswers.ts";
import { appOver } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

type Rooms = Awaited<ReturnType<typeof appOver>>;
onEveryStore("one lead and the people of a day", (store) => {
  let rooms: Rooms;
  const posted: string[] = [];
  const refusedText = "Not for Lofty";
  const capturedAt = new Date().toISOString();
  const json = async <T>(answer: Promise<Response>) => (await answer).json() as Promise<T>;
  async function add(lead: object, more: object = {}): Promise<string> {
    const id = randomUUID();
    const body = { station: "open-house", lead, capturedAt, ...more };
    const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
    expect([answer.status, await answer.text()]).toEqual([expect.any(Number), expect.stringContaining(id)]);
    return id;
  }

  beforeAll(async () => {
    rooms = await appOver(
      async (url, init) => {
        const path = new URL(url).pathname;
        if (init.method === "POST" && path === "/v1.0/notes") {
          const { content } = JSON.parse(String(init.body)) as { content: string };
          if (content.startsWith(refusedText)) return Response.json({ code: 20012 }, { status: 400 });
          posted.push(content);
          return Response.json({ noteId: posted.length });
        }
        if (init.method === "POST") {
          posted.push((JSON.parse(String(init.body)) as { content: string }).content);
          return Response.json({ leadId: 651095960136641 });
        }
        if (path === "/v1.0/notes")
          return Response.json({ notes: posted.map((content, noteId) => ({ noteId, content })) });
        if (path === "/v1.0/leads/651095960136641")
          return Response.json({
            lead: {
              leadId: 651095960136641,
              firstName: "Maria",
              leadInquiry: { priceMin: -1, priceMax: 650000 },
              age: 7,
            },
          });
        return Response.json({ leads: [] });
      },
      // Slower than other tests: a mark must be stored in time.
      { FOYER_TIME_SCALE: "100" },
      store.driver(),
    );
  });
  afterAll(() => rooms.stop());

  test("people of a day: newest first, with what they allowed and the note without the station's text", async () => {
    const event = { id: "e", address: "48 Larkspur Lane", date: capturedAt.slice(0, 10) };
    const tags = { tagsAdd: ["Warm"], withBuyerAgent: "No", buyingTimeFrame: "1-3", content: "Likes the garden" };
    const maria = await add(
      { firstName: "Maria", lastName: "Sample", phones: ["4155550134"], cannotText: true, ...tags },
      { event },
    );
    const since = new Date(Date.now() - 60_000).toISOString();
    const { people, isWhole } = await json<DayPeople>(
      rooms.send("GET", `/api/people?station=open-house&since=${since}`),
    );
    expect([people.length, isWhole]).toEqual([1, true]);
    expect(people[0]).toMatchObject({
      ...{ id: maria, name: "Maria Sample", phone: "4155550134", hasAgent: false, buyingTimeFrame: "1-3" },
      ...{ event: { address: "48 Larkspur Lane" }, temperature: { tag: "Warm", place: 1 } },
      note: "Likes the garden",
      may: { call: "allowed", text: "refused", email: "allowed" },
    });
    expect(people[0]).not.toHaveProperty("email");
    const none = await json<DayPeople>(rooms.send("GET", `/api/people?station=front-desk&since=${since}`));
    expect(none.people).toEqual([]);
  });

  test("a late lead counts on the day it was saved, and says when it arrived; an hour is not late", async () => {
    const hourMs = 60 * 60_000;
    const savedAt = Date.now() - 26 * hourMs;
    const addAt = async (at: number) => {
      const id = randomUUID();
      const body = { station: "late-desk", lead: { firstName: "Late" }, capturedAt: new Date(at).toISOString() };
      const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
      expect(answer.status).toBeLessThan(300);
      return id;
    };
    const desk = await json<object>(rooms.send("GET", "/api/stations/front-desk"));
    await rooms.send("PUT", "/api/stations/late-desk", { ...desk, id: "late-desk" });
    const late = await addAt(savedAt);
    const fresh = await addAt(Date.now() - hourMs + 60_000);
    const peopleSince = async (at: number) => {
      const since = new Date(at).toISOString();
      const { people } = await json<DayPeople>(rooms.send("GET", `/api/people?station=late-desk&since=${since}`));
      const { signedIn } = await json<Today>(rooms.send("GET", `/api/today?station=late-desk&since=${since}`));
      return { people, signedIn };
    };
    const today = await peopleSince(Date.now() - 2 * hourMs);
    expect([today.signedIn, today.people.map(({ id }) => id)]).toEqual([1, [fresh]]);
    expect(today.people[0]).not.toHaveProperty("arrivedAt");
    const yesterday = await peopleSince(savedAt);
    expect([yesterday.signedIn, yesterday.people.map(({ id }) => id)]).toEqual([2, [fresh, late]]);
    const { at, arrivedAt = "" } = yesterday.people[1] ?? {};
    expect(at).toBe(new Date(savedAt).toISOString());
    expect(Date.now() - Date.parse(arrivedAt)).toBeLessThan(60_000);
    const [row] = await rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [late]);
    expect(row?.["lead"]).toContain(`saved ${at?.slice(0, 16).replace("T", " ")} UTC`);
  });

  test("a lead: what was sent without our footer, and what the CRM holds with the paths of a lead", async () => {
    const id = await add({ firstName: "Ana", content: "Typed" });
    const whole = await json<WholeLead>(rooms.send("GET", `/api/outbox/${id}/whole`));
    expect(whole.sent).toMatchObject({ firstName: "Ana", content: expect.stringMatching(/Typed$/) });
    const held = () => rooms.send("GET", `/api/outbox/${id}/held`);
    await expect.poll(async () => (await held()).status, { timeout: 10_000 }).toBe(200);
    expect(await json(held())).toMatchObject({
      held: { firstName: "Maria", inquiry: { priceMax: 650000 } },
    });
    expect(Object.keys((await json<HeldLead>(held())).held["inquiry"] as object)).toEqual(["priceMax"]);
    expect((await rooms.send("GET", `/api/outbox/${randomUUID()}/whole`)).status).toBe(404);
  });

  test("a note added later: the same id twice is one note, never with another text, and the files do not hold its text", async () => {
    const id = await add({ firstName: "Bo" });
    const note = { id: randomUUID(), text: "Called back about Quetzalcoatlus" };
    const send = (body: object) => rooms.send("POST", `/api/outbox/${id}/notes`, body);
    await Promise.all([send(note), send(note), send({ ...note, id: randomUUID(), text: "Another" })]);
    await expect
      .poll(
        async () =>
          (await json<WholeLead>(rooms.send("GET", `/api/outbox/${id}/whole`))).notes.map((one) => one.status),
        { timeout: 10_000 },
      )
      .toEqual(["posted", "posted"]);
    expect(posted.filter((text) => text.startsWith(note.text))).toEqual([
      expect.stringMatching(new RegExp(`\n-- foyer\nref ${id} 60[12]$`)),
    ]);
    // Their answer was lost, and somebody added a sentence: the proxy must not say that it has it.
    const more = await send({ ...note, text: `${note.text}, wants Sunday` });
    expect([more.status, ((await more.json()) as { type: string }).type]).toEqual([409, "/problems/note-differs"]);
    expect((await send(note)).status).toBe(200);
    expect((await send({ id: "x", text: "" })).status).toBe(422);
    expect((await send({ id: randomUUID(), text: "x".repeat(1601) })).status).toBe(422);
    if (!rooms.driver.shared) expect(await store.holds("Quetzalcoatlus")).toBe(false);
  });

  test("a note that Lofty refused: staff try again, or did it in Lofty themselves; then the alarm is over", async () => {
    const id = await add({ firstName: "Cy" });
    const note = { id: randomUUID(), text: refusedText };
    const whole = () => json<WholeLead>(rooms.send("GET", `/api/outbox/${id}/whole`));
    const refusedHere = async () => {
      const { refusedNotes = [] } = await json<OutboxAnswer>(rooms.send("GET", "/api/outbox"));
      return refusedNotes.some((one) => one.id === id);
    };
    const settle = (action: string) => rooms.send("POST", `/api/outbox/${id}/notes/${note.id}`, { action });
    await rooms.send("POST", `/api/outbox/${id}/notes`, note);
    await expect.poll(refusedHere, { timeout: 10_000 }).toBe(true);
    expect((await whole()).notes).toMatchObject([{ status: "refused", reason: "crm-20012" }]);
    expect((await settle("send-again")).status).toBe(200);
    await expect.poll(refusedHere, { timeout: 10_000 }).toBe(true);
    expect((await settle("discard")).status).toBe(422);
    expect((await json<WholeLead>(settle("in-crm"))).notes).toEqual([
      { id: note.id, text: note.text, status: "posted", at: expect.any(String) },
    ]);
    expect(await refusedHere()).toBe(false);
  });
});
