import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OutboxAnswer, OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { appOver } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

type Rooms = Awaited<ReturnType<typeof appOver>>;
onEveryStore("staff's outbox", (store) => {
  let rooms: Rooms;
  /** The leads that reached the CRM. It accepts every create except those with an unknown stage. */
  const created: { [name: string]: unknown }[] = [];
  const capturedAt = "2026-11-25T09:00:00.000Z";

  beforeAll(async () => {
    rooms = await appOver(
      async (url, { method, body }) => {
        if (method !== "POST" || !url.endsWith("/v1.0/leads")) return Response.json({ leads: [], notes: [] });
        const lead = JSON.parse(String(body)) as { stage?: string };
        if (lead.stage === "No such stage") return Response.json({ code: 20012 }, { status: 400 });
        created.push(lead);
        return Response.json({ leadId: 651095960136641 + created.length });
      },
      {},
      store.driver(),
    );
  });
  afterAll(() => rooms.stop());

  async function add(station: string, lead: object, more: object = {}): Promise<string> {
    const id = randomUUID();
    const body = { station, lead, capturedAt, ...more };
    const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
    if (!answer.ok) throw new Error(await answer.text());
    return id;
  }
  const entryOf = async (id: string): Promise<OutboxEntry> => {
    const { entries } = (await (await rooms.send("GET", "/api/outbox")).json()) as OutboxAnswer;
    return entries.find((entry) => entry.id === id) as OutboxEntry;
  };
  /** Waits until the entry has one of these statuses, and returns it. */
  const settled = async (id: string, ...statuses: readonly string[]): Promise<OutboxEntry> => {
    await expect.poll(async () => statuses.includes((await entryOf(id)).status), { timeout: 10_000 }).toBe(true);
    return entryOf(id);
  };
  const parked = (id: string) => settled(id, "parked");
  const act = async (id: string, action: object) => {
    const answer = await rooms.send("POST", `/api/outbox/${id}`, action);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test("staff see a refused lead and correct it; it is sent under its first id with our reference", async () => {
    const lead = {
      firstName: "Eve",
      lastName: "Sample",
      stage: "No such stage",
      content: "Likes light",
      phones: ["555 0100"],
    };
    const id = await add("open-house", lead);
    const entry = await parked(id);
    expect(entry).toMatchObject({ status: "parked", reason: "crm-20012", name: "Eve Sample", station: "open-house" });
    expect(entry.search).toMatch(/\/sandbox\/leads$/);
    expect(entry.lead).toMatchObject({ content: "Likes light", source: "Open House" });

    const wrong = await act(id, { action: "fix", lead: { ...entry.lead, firstName: "x".repeat(31) } });
    expect(wrong).toMatchObject({
      status: 422,
      body: { issues: [{ path: "firstName", code: "too-long", limit: 30 }] },
    });
    expect((await entryOf(id)).status).toBe("parked");

    const right = await act(id, {
      action: "fix",
      lead: { ...entry.lead, stage: "New Leads", phones: ["415 555 0177"] },
    });
    expect(right.status).toBe(200);
    await settled(id, "delivered", "confirmed");
    const sent = created.filter(({ firstName }) => firstName === "Eve");
    expect(sent).toEqual([expect.objectContaining({ stage: "New Leads", source: "Open House" })]);
    expect(String(sent[0]?.["content"])).toBe(`Likes light\n-- foyer\nref ${id}\nsaved 2026-11-25 09:00 UTC`);
    const met = await rooms.send("POST", "/api/duplicates", { phones: ["4155550177"] });
    expect(await met.json()).toMatchObject({ matches: [{ id }] });
    expect(await act(id, { action: "send-again" })).toMatchObject({
      status: 409,
      body: { type: "/problems/not-parked" },
    });
  });

  test("a correction cannot allow what the visitor did not allow", async () => {
    const consent = {
      version: "1",
      text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
      language: "en",
      at: capturedAt,
      by: "self",
      channels: { email: true },
    };
    // The station presets a stage that Lofty refuses. Visitors cannot set one.
    const kiosk = (await (await rooms.send("GET", "/api/stations/kiosk")).json()) as { presets: object };
    await rooms.send("PUT", "/api/stations/kiosk", { ...kiosk, presets: { ...kiosk.presets, stage: "No such stage" } });
    const id = await add("kiosk", { firstName: "Vi", emails: ["vi@example.com"] }, { consent, language: "en" });
    const entry = await parked(id);
    expect(entry.lead).toMatchObject({ cannotText: true, cannotEmail: false });
    await act(id, { action: "fix", lead: { ...entry.lead, stage: "New Leads", cannotText: false } });
    await settled(id, "delivered", "confirmed");
    const sent = created.find(({ firstName }) => firstName === "Vi");
    expect(sent).toMatchObject({ cannotText: true, cannotEmail: false, stage: "New Leads" });
    expect(String(sent?.["content"])).toMatch(/^-- foyer\nref .*\nsaved .*\nconsent 1 en self at kiosk: email yes, /);
  });

  test("staff found the lead in the CRM: stored and shown, not sent", async () => {
    const id = await add("front-desk", { firstName: "Found", stage: "No such stage" });
    await parked(id);
    expect(await act(id, { action: "in-crm", leadId: "1738234566814937089" })).toMatchObject({
      status: 200,
      body: {
        status: "delivered",
        leadId: "1738234566814937089",
        search: expect.stringMatching(/#lead-1738234566814937089$/),
      },
    });
    expect(created.some(({ firstName }) => firstName === "Found")).toBe(false);
  });

  test.each([
    [{ action: "drop" }, 422],
    [{ action: "in-crm", leadId: "0" }, 422],
    [{ action: "in-crm", leadId: 7 }, 422],
    [{ action: "send-again", force: true }, 422],
    [{ action: "fix" }, 422],
    [JSON.parse('{"action":"fix","lead":{"firstName":"A","__proto__":{"stage":"Closed"}}}'), 422],
    [[], 422],
  ])("%j is not a valid action", async (action, status) => {
    const id = await add("front-desk", { firstName: "Nobody", stage: "No such stage" });
    expect((await act(id, action)).status).toBe(status);
    expect((await act(randomUUID(), { action: "send-again" })).status).toBe(404);
  });

  test("the file of leads not in the CRM contains every value and no formula", async () => {
    const id = await add("front-desk", {
      firstName: '=HYPERLINK("//example.com")',
      lastName: 'O\'Neil, "Bo"',
      phones: ["+14155550134", "555 0100"],
      stage: "No such stage",
      inquiry: { priceMin: 650000 },
    });
    await parked(id);
    const file = await rooms.send("GET", "/api/outbox/export");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="foyer-not-in-lofty-[\d-]+\.csv"$/);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
    expect(text.startsWith('\uFEFF"id","station","status","reason","capturedAt","')).toBe(true);
    const row = text.split("\r\n").find((line) => line.includes(id));
    expect(row).toContain(`"'=HYPERLINK(""//example.com"")"`);
    expect(row).toContain('"O\'Neil, ""Bo"""');
    expect(row).toContain('"\'+14155550134; 555 0100"');
    expect(row).toContain('"650000"');
    expect(text).not.toMatch(/(^|\r\n|",)"[=+\-@]/);
    expect(text).not.toContain("Eve");

    const json = (await (await rooms.send("GET", "/api/outbox/export?format=json")).json()) as {
      id: string;
      lead: object;
    }[];
    expect(json.find((one) => one.id === id)?.lead).toMatchObject({ firstName: '=HYPERLINK("//example.com")' });
  });
});

test("the file contains the event of a lead; empty without an event", async () => {
  const rooms = await appOver(async () => Response.json({ code: 20012 }, { status: 400 }));
  const add = async (lead: object, event: object | null) => {
    const body = { station: "open-house", lead, capturedAt: "2026-11-25T09:00:00.000Z", event };
    await rooms.send("POST", "/api/leads", body, { "idempotency-key": randomUUID() });
  };
  const event = {
    id: "made-here",
    address: "=1 Alpha Road",
    date: "2026-11-25",
    hours: "1 to 4 pm",
    host: "Sample Host",
  };
  await add({ firstName: "None" }, null);
  await add({ firstName: "Here" }, event);
  await add({ firstName: "No host" }, { id: "other", address: "5 Gamma Court", date: "2026-11-25" });
  const [head = "", ...lines] = (await (await rooms.send("GET", "/api/outbox/export")).text()).trim().split("\r\n");
  const columns = head.replace("\uFEFF", "").slice(1, -1).split('","');
  expect(columns.slice(5, 9)).toEqual(["event.id", "event.address", "event.date", "event.host"]);
  const rows = lines.map((line) => line.slice(1, -1).split('","'));
  const eventOf = (name: string) => rows.find((row) => row[columns.indexOf("firstName")] === name)?.slice(5, 9);
  expect(eventOf("None")).toEqual(["", "", "", ""]);
  expect(eventOf("Here")).toEqual(["made-here", "'=1 Alpha Road", "2026-11-25", "Sample Host"]);
  expect(eventOf("No host")).toEqual(["other", "5 Gamma Court", "2026-11-25", ""]);
  await rooms.stop();
});

test("while the CRM asks us to wait, staff see why, and no earlier time is shown", async () => {
  const slow = () =>
    Response.json({ message: "Too Many Requests" }, { status: 429, headers: { "retry-after": "600" } });
  const rooms = await appOver(async () => slow(), { FOYER_TIME_SCALE: "1" });
  const body = { station: "front-desk", lead: { firstName: "Slow" }, capturedAt: "2026-11-25T09:00:00.000Z" };
  const look = async () => (await (await rooms.send("GET", "/api/outbox")).json()) as OutboxAnswer;
  await rooms.send("POST", "/api/leads", body, { "idempotency-key": randomUUID() });
  await expect.poll(async () => (await look()).paused?.reason).toBe("rate-limited");
  const { paused, entries } = await look();
  const until = Date.parse(paused?.until ?? "");
  expect(until - Date.now()).toBeGreaterThan(590_000);
  expect(Math.abs(Date.parse(entries[0]?.nextAttemptAt ?? "") - until)).toBeLessThan(1_000);
  await rooms.stop();
});
