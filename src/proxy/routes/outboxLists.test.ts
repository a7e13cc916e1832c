import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OutboxAnswer, OutboxEntry, OutboxPage } from "#lead/submission/staffAnswers.ts";
import { insertArrivals } from "../store/arrivals.ts";
import { appOver } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

type Rooms = Awaited<ReturnType<typeof appOver>>;
const capturedAt = "2026-11-25T09:00:00.000Z";
const look = async (rooms: Rooms, query = "") =>
  (await (await rooms.send("GET", `/api/outbox${query}`)).json()) as OutboxAnswer & OutboxPage;

onEveryStore("the outbox of 1,200 waiting leads", (store) => {
  let rooms: Rooms;
  const ids = Array.from({ length: 1200 }, () => randomUUID());

  beforeAll(async () => {
    // The CRM asks us to wait, so all leads stay in the outbox.
    const busy = () => Response.json({}, { status: 429, headers: { "retry-after": "600" } });
    rooms = await appOver(async () => busy(), { FOYER_TIME_SCALE: "1" }, store.driver());
    // Twelve leads share each millisecond, so the id decides their order.
    const arrivals = ids.map((id, index) => ({
      ...{ id, station: "front-desk", fingerprint: id, lead: `{"firstName":"Sample${index}"}`, consent: null },
      ...{ capturedAt: 0, acceptedAt: 1_700_000_000_000 + Math.floor(index / 12) },
    }));
    await store.driver().batch([insertArrivals(arrivals, store.driver().personal)]);
  });
  afterAll(() => rooms.stop());

  test("counts all, shows the first 50, and returns each one once over the pages", async () => {
    const first = await look(rooms);
    expect(first.counts).toEqual({ needsYou: 0, waiting: 1200, delivered: 0 });
    expect(first.entries).toHaveLength(50);
    const seen: string[] = [];
    let cursor = "";
    let pages = 0;
    do {
      const page = await look(rooms, `?group=waiting${cursor}`);
      seen.push(...page.entries.map(({ id }) => id));
      cursor = page.next ? `&after=${page.next}` : "";
      pages += 1;
    } while (cursor !== "" && pages < 20);
    expect(seen).toHaveLength(1200);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen.slice(0, 50)).toEqual(first.entries.map(({ id }) => id));
  });

  test("leads that left the list do not shift the next page", async () => {
    const one = await look(rooms, "?group=waiting");
    const two = await look(rooms, `?group=waiting&after=${one.next}`);
    const gone = one.entries.slice(0, 30).map(({ id }) => `'${id}'`);
    await store.driver().query(`UPDATE submissions SET status = 'confirmed' WHERE id IN (${gone.join()})`);
    const again = await look(rooms, `?group=waiting&after=${one.next}`);
    expect(again.entries.map(({ id }) => id)).toEqual(two.entries.map(({ id }) => id));
    expect((await look(rooms)).counts).toEqual({ needsYou: 0, waiting: 1170, delivered: 30 });
    expect(await (await rooms.send("GET", "/api/open")).json()).toEqual({ needsYou: 0, waiting: 1170 });
  });

  test("returns delivered leads newest first, over several pages", async () => {
    const rest = (await look(rooms, "?group=waiting")).entries;
    for (const [index, { id }] of rest.entries())
      await store
        .driver()
        .query("UPDATE submissions SET status = 'confirmed', changed_at = $2 WHERE id = $1", [id, 1.8e12 + index]);
    const one = await look(rooms, "?group=delivered");
    expect(one.entries.map(({ id }) => id)).toEqual(rest.map(({ id }) => id).toReversed());
    expect((await look(rooms, `?group=delivered&after=${one.next}`)).entries).toHaveLength(30);
  });

  test("the estimate for the last lead includes the pause and five requests a lead", async () => {
    const { counts, lastAt, paused } = await look(rooms);
    expect(counts.waiting).toBe(970);
    const pauseMs = paused ? Date.parse(paused.until) - Date.now() : 0;
    // 970 leads, 5 requests each, at 6 to 54 a minute.
    const minutes = (Date.parse(lastAt ?? "") - Date.now() - pauseMs) / 60_000;
    expect(minutes).toBeGreaterThan(89);
    expect(minutes).toBeLessThan(970);
  });

  test.each(["?group=parked", "?group=waiting&after=1", "?group=waiting&after=1.x", "?group=waiting&after="])(
    "%s is not a valid page",
    async (query) => {
      expect((await rooms.send("GET", `/api/outbox${query}`)).status).toBe(422);
    },
  );
});

describe("leads that are parked for one cause", () => {
  let rooms: Rooms;
  let refuses: (name: string) => boolean;
  let created: string[] = [];
  let mostAtOnce = 0;

  beforeEach(async () => {
    let open = 0;
    created = [];
    rooms = await appOver(async (url, { method, body }) => {
      if (method !== "POST" || !url.endsWith("/v1.0/leads")) return Response.json({ leads: [], notes: [] });
      open += 1;
      mostAtOnce = Math.max(mostAtOnce, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      const { firstName } = JSON.parse(String(body)) as { firstName: string };
      if (refuses(firstName)) return Response.json({ code: 20012 }, { status: 400 });
      created.push(firstName);
      return Response.json({ leadId: 651095960136641 + created.length });
    });
  });
  afterEach(() => rooms.stop());

  const names = ["Ann", "Ben", "Cho", "Dee", "Eva"];
  const parkAll = async () => {
    refuses = () => true;
    created = [];
    for (const firstName of names) {
      const body = { station: "front-desk", lead: { firstName }, capturedAt };
      await rooms.send("POST", "/api/leads", body, { "idempotency-key": randomUUID() });
    }
    await expect
      .poll(async () => (await look(rooms)).causes, { timeout: 20_000 })
      .toEqual([{ reason: "crm-20012", count: 5, canSend: true }]);
    mostAtOnce = 0;
  };
  const sendAll = (reason: string, count: number) =>
    rooms.send("POST", "/api/outbox", { action: "send-all", reason, count });
  const parked = async () => (await look(rooms)).entries.filter(({ status }: OutboxEntry) => status === "parked");

  test("cause gone: sends all, one at a time, and at most as many as were counted", async () => {
    await parkAll();
    refuses = () => false;
    const answer = await sendAll("crm-20012", 4);
    expect([answer.status, await answer.json()]).toEqual([202, { count: 4 }]);
    expect((await sendAll("crm-20012", 4)).status).toBe(409);
    await expect.poll(async () => (await parked()).map(({ name }) => name), { timeout: 20_000 }).toEqual(["Eva"]);
    await expect.poll(() => created, { timeout: 20_000 }).toEqual(["Ann", "Ben", "Cho", "Dee"]);
    expect(mostAtOnce).toBe(1);
    await expect.poll(async () => (await look(rooms)).causes).toEqual([]);
  });

  test("stops at the first that is refused for the same cause", async () => {
    await parkAll();
    refuses = (name) => name === "Cho";
    await sendAll("crm-20012", 5);
    await expect
      .poll(async () => (await look(rooms)).causes, { timeout: 20_000 })
      .toEqual([{ reason: "crm-20012", count: 3, canSend: true, left: 0, stopped: true }]);
    expect(created).toEqual(["Ann", "Ben"]);
    expect((await parked()).map(({ name }) => name)).toEqual(["Cho", "Dee", "Eva"]);
  });

  test.each(
    [
      ["unknown-outcome", "maybe-in-crm", "cannot-look-up", "restored", "not-in-crm", "cannot-recognize"],
      ["not-read-back", "foreign-id", "station-version-unknown", "key-unknown", "needs-fix", ""],
    ].flat(),
  )("%s: no action for all, because each lead needs its own check", async (reason) => {
    await parkAll();
    await rooms.driver.query("UPDATE submissions SET reason = $1", [reason]);
    expect((await look(rooms)).causes).toEqual([{ reason, count: 5, canSend: false }]);
    expect((await sendAll(reason, 5)).status).toBe(422);
    const file = await rooms.send("GET", `/api/outbox/export?format=json&reason=${reason}`);
    expect(await file.json()).toHaveLength(5);
    expect(await (await rooms.send("GET", "/api/outbox/export?format=json&reason=other")).json()).toEqual([]);
    expect(created).toEqual([]);
  });
});
