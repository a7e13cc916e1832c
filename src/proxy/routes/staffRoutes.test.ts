import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Today } from "#lead/submission/staffAnswers.ts";
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

  test("device clock years ahead: counts on the day of arrival, not on every later day", async () => {
    const body = { station: "open-house", lead: { firstName: "Ahead" }, capturedAt: "9999-01-01T00:00:00Z" };
    const id = randomUUID();
    await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
    const [row] = await rooms.driver.query("SELECT captured_at, accepted_at FROM submissions WHERE id = $1", [id]);
    expect(row?.["captured_at"]).toBe(row?.["accepted_at"]);
    await rooms.driver.query("DELETE FROM submissions WHERE id = $1", [id]);
  });

  test("finds an earlier lead by email and phone, in any spelling, newest first", async () => {
    const lead = { firstName: "Ana", lastName: "de la Cruz", emails: ["Ana@Example.com"], phones: ["+1 415 555 0134"] };
    const earlier = await add("front-desk", lead);
    const later = await add("open-house", { firstName: "Bo", phones: ["(415) 555-0134"] });
    const asked = { emails: ["ANA@example.COM "], phones: ["4155550134", "911"] };
    const known = { id: earlier, status: "accepted", name: "Ana de la Cruz", initials: "ADLC", station: "front-desk" };
    expect(await json(rooms.send("POST", "/api/duplicates", asked))).toEqual({
      optOuts: [],
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
      optOuts: [],
    });
  });

  test("a phone with an extension finds a lead and an opt-out that an earlier version stored with the extension's digits", async () => {
    const refused = { cannotCall: true, cannotText: true, cannotEmail: true, unsubscription: true };
    const id = await add("front-desk", { firstName: "Eve", phones: ["415555016612"], ...refused });
    const typed = "415-555-0166 x12";
    expect(await json(rooms.send("POST", "/api/duplicates", { phones: [typed] }))).toEqual({
      matches: [expect.objectContaining({ id, value: typed, by: "phone" })],
      optOuts: [{ value: typed, ways: ["call", "text", "email"] }],
    });
  });

  test("two leads with one key at once: the rejected one stores nothing", async () => {
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
    expect(await met(lost)).toEqual({ matches: [], optOuts: [] });
  });

  test("counts a day for each station, including groups without a name", async () => {
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

  test("a group counts once, however often its request is sent, and without an id each time", async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const event = { id: "id-twice", address: "9 Twice Road", date: "2026-11-28" };
    const count = (number: number, id?: string) =>
      rooms.send("POST", `/api/stations/open-house/groups?since=${since}`, { count: number, event, id });
    const groups = async () => {
      const { houses } = (await json(rooms.send("GET", `/api/today?station=open-house&since=${since}`))) as Today;
      return houses.find((house) => house.event?.address === event.address)?.groups;
    };
    const [first, second, undo] = [randomUUID(), randomUUID(), randomUUID()];
    await Promise.all([count(1, first), count(1, first), count(1, second)]);
    expect((await count(1, first)).status).toBe(200);
    expect(await groups()).toBe(2);
    for (const _ of [1, 2]) await count(-1, undo);
    expect(await groups()).toBe(1);
    for (const _ of [1, 2]) await count(1);
    expect(await groups()).toBe(3);
    expect((await count(1, "x")).status).toBe(422);
  });

  test("counts groups for each house; taking back at one house does not change the other", async () => {
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
