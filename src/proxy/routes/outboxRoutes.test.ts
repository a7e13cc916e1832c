import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OutboxAnswer, OutboxEntry } from "#lead/staffAnswers.ts";
import { appOver } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

type Rooms = Awaited<ReturnType<typeof appOver>>;
onEveryStore("staff's outbox", (store) => {
  let rooms: Rooms;
  /** What reached the CRM, which takes every create but those of a stage it does not know. */
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
  /** The entry once it has come to rest. */
  const settled = async (id: string, ...statuses: readonly string[]): Promise<OutboxEntry> => {
    await expect.poll(async () => statuses.includes((await entryOf(id)).status)).toBe(true);
    return entryOf(id);
  };
  const parked = (id: string) => settled(id, "parked");
  const act = async (id: string, action: object) => {
    const answer = await rooms.send("POST", `/api/outbox/${id}`, action);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test("staff see what was refused, correct it, and it goes under its first id with our reference", async () => {
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
    expect(String(sent[0]?.["content"])).toBe(`Likes light\n-- foyer\nref ${id}`);
    const met = await rooms.send("POST", "/api/duplicates", { phones: ["4155550177"] });
    expect(await met.json()).toMatchObject({ matches: [{ id }] });
    expect(await act(id, { action: "send-again" })).toMatchObject({
      status: 409,
      body: { type: "/problems/not-parked" },
    });
  });

  test("a correction cannot allow what the visitor did not", async () => {
    const consent = {
      version: "1",
      text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
      language: "en",
      at: capturedAt,
      by: "self",
      channels: { email: true },
    };
    // The station presets a stage that Lofty refuses: visitors may not set one.
    const kiosk = (await (await rooms.send("GET", "/api/stations/kiosk")).json()) as { presets: object };
    await rooms.send("PUT", "/api/stations/kiosk", { ...kiosk, presets: { ...kiosk.presets, stage: "No such stage" } });
    const id = await add("kiosk", { firstName: "Vi", emails: ["vi@example.com"] }, { consent, language: "en" });
    const entry = await parked(id);
    expect(entry.lead).toMatchObject({ cannotText: true, cannotEmail: false });
    await act(id, { action: "fix", lead: { ...entry.lead, stage: "New Leads", cannotText: false } });
    await settled(id, "delivered", "confirmed");
    const sent = created.find(({ firstName }) => firstName === "Vi");
    expect(sent).toMatchObject({ cannotText: true, cannotEmail: false, stage: "New Leads" });
    expect(String(sent?.["content"])).toMatch(/\n-- foyer\nref .*\nconsent 1 en self: email yes, /);
  });

  test("found in the CRM by a person: told, kept, not sent", async () => {
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
  ])("%j is not an action", async (action, status) => {
    const id = await add("front-desk", { firstName: "Nobody", stage: "No such stage" });
    expect((await act(id, action)).status).toBe(status);
    expect((await act(randomUUID(), { action: "send-again" })).status).toBe(404);
  });

  test("the file of what is not in the CRM holds every answer and no formula", async () => {
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

test("while the CRM wants us to wait staff are told why, and nothing is promised for earlier", async () => {
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
