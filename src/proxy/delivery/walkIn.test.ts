import { expect, test } from "vitest";
import { relayOver } from "../testing/relayOver.ts";

const minuteMs = 60_000;

/** A CRM that takes everything; `created` are the last names in the order they came. */
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
  "behind 10,000 waiting leads a walk-in is sent within a few requests, at %i a minute",
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
    // Its own look-up and create, and those that were on their way.
    expect(requests.findIndex(({ path }) => path.includes("walk-in"))).toBeLessThan(10);
    void relay.stop();
  },
  60_000,
);

test("400 posts of visitors do not hold up staff at another station, nor another visitor's device", async () => {
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
  // Inside a line the oldest goes first.
  const kiosk = created.filter((name) => name.startsWith("kiosk"));
  expect(kiosk).toEqual(["kiosk.0", "kiosk.1", "kiosk.2"]);
  void relay.stop();
});
