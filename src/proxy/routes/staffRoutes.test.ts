import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appOver, unreachable } from "../testing/appOver.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

type Rooms = Awaited<ReturnType<typeof appOver>>;
onEveryStore("what staff look up", (store) => {
  let rooms: Rooms;
  const capturedAt = new Date().toISOString();

  async function add(station: string, lead: object): Promise<string> {
    const id = randomUUID();
    const answer = await rooms.send("POST", "/api/leads", { station, lead, capturedAt }, { "idempotency-key": id });
    expect([answer.status, await answer.text()]).toEqual([202, expect.stringContaining(id)]);
    return id;
  }
  const json = async (answer: Response | Promise<Response>) => (await answer).json() as Promise<unknown>;

  beforeAll(async () => {
    rooms = await appOver(unreachable, {}, store.driver());
  });
  afterAll(() => rooms.stop());

  test("a device whose clock is years ahead was here when we heard of it, not every day to come", async () => {
    const body = { station: "open-house", lead: { firstName: "Ahead" }, capturedAt: "9999-01-01T00:00:00Z" };
    const id = randomUUID();
    await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
    const [row] = await rooms.driver.query("SELECT captured_at, accepted_at FROM submissions WHERE id = $1", [id]);
    expect(row?.["captured_at"]).toBe(row?.["accepted_at"]);
    await rooms.driver.query("DELETE FROM submissions WHERE id = $1", [id]);
  });

  test("someone who was here is found by email and phone, in any spelling, newest first", async () => {
    const lead = { firstName: "Ana", lastName: "de la Cruz", emails: ["Ana@Example.com"], phones: ["+1 415 555 0134"] };
    const earlier = await add("front-desk", lead);
    const later = await add("open-house", { firstName: "Bo", phones: ["(415) 555-0134"] });
    const asked = { emails: ["ANA@example.COM "], phones: ["4155550134", "911"] };
    const known = { id: earlier, status: "accepted", name: "Ana de la Cruz", initials: "ADLC", station: "front-desk" };
    expect(await json(rooms.send("POST", "/api/duplicates", asked))).toEqual({
      matches: [
        expect.objectContaining({ id: later, by: "phone", value: "4155550134", name: "Bo", initials: "B" }),
        { ...known, by: "email", value: "ANA@example.COM ", at: expect.stringMatching(/^\d{4}-.*Z$/) },
      ],
    });
    expect(await json(rooms.send("POST", "/api/duplicates", { phones: ["1-415-555-0134"] }))).toMatchObject({
      matches: [{ id: later }, { id: earlier, by: "phone" }],
    });
    expect(await json(rooms.send("POST", "/api/duplicates", { emails: ["nobody@example.com"] }))).toEqual({
      matches: [],
    });
  });

  test("of two leads that race for one key, the one that is not kept leaves nothing behind", async () => {
    const key = { "idempotency-key": randomUUID() };
    const racing = ["one", "other"].map((name) => {
      const lead = { firstName: name, emails: [`${name}@example.com`] };
      return rooms.send("POST", "/api/leads", { station: "front-desk", lead, capturedAt }, key);
    });
    const statuses = (await Promise.all(racing)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([202, 422]);
    const met = (name: string) => json(rooms.send("POST", "/api/duplicates", { emails: [`${name}@example.com`] }));
    const [kept, lost] = statuses[0] === 202 ? (["one", "other"] as const) : (["other", "one"] as const);
    expect(await met(kept)).toMatchObject({ matches: [{ name: kept }] });
    expect(await met(lost)).toEqual({ matches: [] });
  });

  test("a day is counted by station, with the parties that gave no name", async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const at = (path: string) => `${path}?station=kiosk&since=${since}`;
    await rooms.send("POST", `/api/stations/kiosk/groups?since=${since}`, { count: 2 });
    await rooms.send("POST", `/api/stations/open-house/groups?since=${since}`, { count: 1 });
    expect(await json(rooms.send("POST", `/api/stations/kiosk/groups?since=${since}`, { count: -1 }))).toEqual({
      groups: 1,
    });
    const before = { groups: 1, signedIn: 0, withAgent: 0, waiting: 0, inLofty: 0, needsYou: 0 };
    expect(await json(rooms.send("GET", at("/api/today")))).toEqual({
      ...before,
      houses: [{ event: null, ...before }],
    });
    expect(await json(rooms.send("POST", `/api/stations/kiosk/groups?since=${since}`, { count: -2 }))).toEqual({
      groups: 1,
    });
    await add("front-desk", { firstName: "Cy", leadTypes: [2], withBuyerAgent: "Yes" });
    await add("front-desk", { firstName: "Di", content: '"withBuyerAgent":"Yes"' });
    const desk = await json(rooms.send("GET", `/api/today?station=front-desk&since=${since}`));
    expect(desk).toMatchObject({ withAgent: 1, inLofty: 0, needsYou: 0 });
    expect(await json(rooms.send("GET", "/api/today?station=front-desk&since=2100-01-01T00:00:00Z"))).toMatchObject({
      groups: 0,
    });
  });

  test("parties are counted by house: what one house takes back is not the other's", async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const event = (address: string) => ({ id: `id-${address}`, address, date: "2026-11-28" });
    const count = (number: number, address: string) =>
      rooms.send("POST", `/api/stations/website/groups?since=${since}`, { count: number, event: event(address) });
    await count(3, "1 Alpha Road");
    await count(1, "5 Gamma Court");
    await count(-1, "5 GAMMA court");
    await count(-1, "5 Gamma Court");
    const { groups, houses } = (await json(rooms.send("GET", `/api/today?station=website&since=${since}`))) as {
      groups: number;
      houses: { event: { address: string }; groups: number }[];
    };
    expect(groups).toBe(3);
    expect(Object.fromEntries(houses.map((house) => [house.event.address, house.groups]))).toMatchObject({
      "1 Alpha Road": 3,
    });
    expect(houses.reduce((sum, house) => sum + house.groups, 0)).toBe(3);
  });
});
