import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { imported } from "../store/arrivals.ts";
import { appOver } from "../testing/appOver.ts";
import { relayOver } from "../testing/relayOver.ts";

const minuteMs = 60_000;

/** A CRM that accepts everything; `created` holds the last names in order of arrival. */
async function world(options: { readonly configured?: number } = {}) {
  const created: string[] = [];
  const rooms = await relayOver(async (_url, { method, body }) => {
    if (method === "GET") return Response.json({ leads: [], notes: [] });
    created.push(String((JSON.parse(String(body)) as { lastName?: string }).lastName));
    return Response.json({ leadId: 100 + created.length });
  }, options);
  return { ...rooms, created };
}

test.each([10, 100, 500])(
  "10,000 leads wait: sends a walk-in within a few requests, at %i a minute",
  async (configured) => {
    const { add, time, begin, pass, asked, created } = await world({ configured });
    const waiting = Array.from({ length: 10_000 }, (_, index) => index);
    await Promise.all(
      waiting.map((index) => add(`w${index}`, { lane: "one", walkIn: 1, acceptedAt: time.now() - 10 * minuteMs })),
    );
    const relay = begin();
    await pass(2 * minuteMs);
    const before = asked.length;
    await add("walk-in", { lane: "one", walkIn: 1 });
    relay.wake();
    await pass(2 * minuteMs, async () => created.includes("walk-in"));
    const requests = asked.slice(before);
    expect(created).toContain("walk-in");
    // Its own look-up and create, and the requests in flight.
    expect(requests.findIndex(({ path }) => path.includes("walk-in"))).toBeLessThan(10);
    void relay.stop();
  },
  60_000,
);

test("400 posts of visitors delay neither staff at another station nor another visitor's device", async () => {
  const { add, begin, pass, created } = await world({ configured: 60 });
  for (let index = 0; index < 400; index++) await add(`flood.${index}`, { station: "website", lane: "flood" });
  await add("neighbor", { station: "website", lane: "other" });
  for (let index = 0; index < 3; index++) await add(`kiosk.${index}`, { station: "kiosk", lane: "kiosk" });
  await add("staff", { station: "front-desk", lane: "staff", walkIn: 1 });
  const relay = begin();
  await pass(3 * minuteMs);
  const place = (name: string) => created.indexOf(name);
  expect(place("staff")).toBe(0);
  for (const name of ["neighbor", "kiosk.0", "kiosk.1", "kiosk.2"]) {
    expect(place(name)).toBeGreaterThanOrEqual(0);
    expect(place(name)).toBeLessThan(20);
  }
  // Within a lane, the oldest is sent first.
  const kiosk = created.filter((name) => name.startsWith("kiosk"));
  expect(kiosk).toEqual(["kiosk.0", "kiosk.1", "kiosk.2"]);
  void relay.stop();
});

test("500 visitors with as many addresses delay neither staff at the same station nor visitors elsewhere", async () => {
  const { add, begin, pass, created } = await world({ configured: 60 });
  for (let index = 0; index < 500; index++) await add(`flood.${index}`, { station: "open-house", lane: `f${index}` });
  for (let index = 0; index < 3; index++) await add(`kiosk.${index}`, { station: "kiosk", lane: "kiosk" });
  await add("staff", { station: "open-house", lane: "staff", walkIn: 1 });
  const relay = begin();
  await pass(3 * minuteMs);
  expect(created.indexOf("staff")).toBe(0);
  for (const name of ["kiosk.0", "kiosk.1", "kiosk.2"]) {
    expect(created).toContain(name);
    expect(created.indexOf(name)).toBeLessThan(10);
  }
  void relay.stop();
});

test("200 imported leads of one station delay neither a walk-in nor visitors, there or elsewhere", async () => {
  const { add, begin, pass, created } = await world({ configured: 60 });
  for (let index = 0; index < 200; index++) await add(`row.${index}`, { lane: "import", walkIn: imported });
  const relay = begin();
  await pass(minuteMs / 2);
  const before = created.length;
  await add("walk-in", { lane: "staff", walkIn: 1 });
  for (let index = 0; index < 3; index++) await add(`visitor.${index}`, { lane: "visitor" });
  for (let index = 0; index < 3; index++) await add(`kiosk.${index}`, { station: "kiosk", lane: "kiosk" });
  relay.wake();
  await pass(2 * minuteMs);
  const later = created.slice(before);
  const rows = (upTo: string) => later.slice(0, later.indexOf(upTo)).filter((name) => name.startsWith("row")).length;
  // At most the four that were already on their way go before.
  for (const name of ["walk-in", "visitor.2", "kiosk.2"]) {
    expect(later).toContain(name);
    expect([name, rows(name)]).toEqual([name, expect.toSatisfy((count: number) => count <= 4)]);
  }
  expect(created.filter((name) => name.startsWith("row")).length).toBeGreaterThan(before);
  void relay.stop();
});

test("over the real app: a walk-in that is saved now goes before 200 imported rows that wait", async () => {
  const created: string[] = [];
  const mayAnswer = Promise.withResolvers<void>();
  const app = await appOver(
    async (_url, { method, body }) => {
      if (method === "GET") return Response.json({ leads: [], notes: [] });
      created.push(String((JSON.parse(String(body)) as { firstName?: string }).firstName));
      await mayAnswer.promise;
      return Response.json({ leadId: 100 + created.length });
    },
    { CLIENT_RATE_PER_MINUTE: "0", LOFTY_RATE_PER_MINUTE: "600" },
  );
  const save = (firstName: string, headers: Record<string, string> = {}) =>
    app.send(
      "POST",
      "/api/leads",
      { station: "front-desk", capturedAt: "2026-11-25T09:00:00Z", lead: { firstName, phones: ["4155550134"] } },
      { "idempotency-key": randomUUID(), ...headers },
    );
  for (let index = 0; index < 200; index++) {
    const answer = await save(`Row ${index}`, { "foyer-import": "1" });
    expect(answer.status).toBe(202);
  }
  const walkIn = save("Walk-in");
  await expect.poll(() => created.includes("Walk-in")).toBe(true);
  expect(created.filter((name) => name.startsWith("Row")).length).toBeLessThanOrEqual(4);
  mayAnswer.resolve();
  await walkIn;
  await expect.poll(() => new Set(created).size, { timeout: 30_000 }).toBe(201);
  await app.stop();
});
