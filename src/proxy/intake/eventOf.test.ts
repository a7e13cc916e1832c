import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LeadEvent } from "#lead/station/event.ts";
import { stationOf } from "#lead/testing/stationOf.ts";
import { appOver, unreachable } from "../testing/appOver.ts";

type Rooms = Awaited<ReturnType<typeof appOver>>;
let rooms: Rooms;
beforeAll(async () => void (rooms = await appOver(unreachable)));
afterAll(() => rooms.stop());

const noon = "2026-11-28T12:00:00Z";
const { version, text } = stationOf("kiosk").consent;
const consent = { version, text, language: "en", at: noon, by: "self", channels: {} };

/** Sets the station's event. Returns it with its id. */
async function at(station: string, event: object | undefined): Promise<LeadEvent> {
  const path = `/api/stations/${station}`;
  const { event: _, ...rest } = (await (await rooms.send("GET", path)).json()) as { event?: object };
  const saved = await rooms.send("PUT", path, { ...rest, ...(event && { event }) });
  return ((await saved.json()) as { event: LeadEvent }).event;
}

/** Returns the tags of a lead that arrives with this envelope. */
async function tagsOf(station: string, envelope: object): Promise<unknown> {
  const id = randomUUID();
  const more = station === "kiosk" ? { consent } : {};
  const lead = { firstName: "Sample", emails: ["sample@example.com"] };
  const body = { station, lead, capturedAt: noon, ...more, ...envelope };
  const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
  expect([answer.status, await answer.text()]).toEqual([202, expect.stringContaining(id)]);
  const [row] = await rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [id]);
  return (JSON.parse(String(row?.["lead"])) as { tagsAdd: unknown }).tagsAdd;
}

const alpha = { address: "1 Alpha Road", date: "2026-11-28", hours: "1 to 4 pm" };
const gamma = { address: "5 Gamma Court", date: "2026-11-28" };

describe("staff", () => {
  test.each([
    ["an event made on the device", { event: { id: "made-here", ...alpha } }, "Open house 1 Alpha Road"],
    [
      "of an earlier day, saved then",
      { event: { id: "before", ...alpha, date: "2026-11-20" } },
      "Open house 1 Alpha Road",
    ],
    ["by its id once it was brought", { event: { id: "made-here" } }, "Open house 1 Alpha Road"],
    ["no event", { event: null }, "Open house"],
    ["an id nobody knows", { event: { id: "unheard-of" } }, "Open house"],
    ["an older device: the station's, on its day", {}, "Open house 5 Gamma Court"],
    ["an older device on another day", { capturedAt: "2026-11-30T12:00:00Z" }, "Open house"],
  ])("%s", async (_, envelope, tag) => {
    await at("open-house", gamma);
    expect(await tagsOf("open-house", envelope)).toEqual([tag]);
  });

  test("a lead keeps its event's text, even when its id had another text first", async () => {
    await tagsOf("open-house", { event: { id: "twice", ...alpha } });
    expect(await tagsOf("open-house", { event: { id: "twice", ...gamma } })).toEqual(["Open house 5 Gamma Court"]);
    expect(await tagsOf("open-house", { event: { id: "twice" } })).toEqual(["Open house 1 Alpha Road"]);
  });
});

describe("visitors", () => {
  test("keeps the event that the tablet showed, after the station's event changed", async () => {
    const { id } = await at("kiosk", alpha);
    await at("kiosk", gamma);
    expect(await tagsOf("kiosk", { event: { id } })).toEqual(["Open house 1 Alpha Road"]);
    await at("kiosk", undefined);
    expect(await tagsOf("kiosk", { event: { id } })).toEqual(["Open house 1 Alpha Road"]);
  });

  test('keeps "no event" when the station got one before the lead arrived', async () => {
    await at("kiosk", gamma);
    expect(await tagsOf("kiosk", { event: null })).toEqual(["Open house"]);
  });

  test("ignores an event text from visitors, but accepts the lead", async () => {
    const { id } = await at("kiosk", gamma);
    expect(await tagsOf("kiosk", { event: { ...alpha, id } })).toEqual(["Open house 5 Gamma Court"]);
    expect(await tagsOf("kiosk", { event: { ...alpha, id: "mine" } })).toEqual(["Open house"]);
    expect(await tagsOf("kiosk", { event: { id: "mine" } })).toEqual(["Open house"]);
  });

  test("does not accept an event of another station", async () => {
    await at("kiosk", undefined);
    await tagsOf("open-house", { event: { id: "elsewhere", ...alpha } });
    expect(await tagsOf("kiosk", { event: { id: "elsewhere" } })).toEqual(["Open house"]);
  });

  // The day is the tablet's. In some time zone it is the event's day from 14 hours before it in UTC to 12 hours after.
  test.each([
    ["2026-11-27T09:59:59Z", "Open house"],
    ["2026-11-27T10:00:00Z", "Open house 5 Gamma Court"],
    ["2026-11-28T23:59:00Z", "Open house 5 Gamma Court"],
    ["2026-11-29T11:59:59Z", "Open house 5 Gamma Court"],
    ["2026-11-29T12:00:00Z", "Open house"],
    ["2026-12-04T12:00:00Z", "Open house"],
  ])("at %s: %s", async (capturedAt, tag) => {
    const { id } = await at("kiosk", gamma);
    expect(await tagsOf("kiosk", { event: { id }, capturedAt })).toEqual([tag]);
  });

  test("no event when the station's is past and an older tablet sends none", async () => {
    await at("kiosk", { ...gamma, date: "2026-11-22" });
    expect(await tagsOf("kiosk", {})).toEqual(["Open house"]);
  });

  test("the default kiosk has no event, so no wrong date", async () => {
    const fresh = await appOver(unreachable);
    expect(await (await fresh.send("GET", "/api/stations/kiosk")).json()).not.toHaveProperty("event");
    await fresh.stop();
  });
});

test("one event text has one id, however often it is saved; another text has another id", async () => {
  const first = await at("kiosk", alpha);
  expect((await at("kiosk", { ...alpha, id: "something else" })).id).toBe(first.id);
  expect((await at("kiosk", { ...first, address: "2 Beta Street" })).id).not.toBe(first.id);
});

test.each([
  [{ id: 7 }, "event.id"],
  [{}, "event.id"],
  [{ id: "x".repeat(65) }, "event.id"],
  [{ id: "a", address: "x".repeat(121), date: "2026-11-28" }, "event.address"],
  [{ id: "a", lead: {} }, "event.lead"],
  ["1 Alpha Road", "event"],
])("refuses an envelope with event %j at %s", async (event, path) => {
  const body = { station: "open-house", lead: { firstName: "Sample" }, capturedAt: noon, event };
  const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": randomUUID() });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ issues: [{ path }] });
});

describe.each(["crm-20012", "station-version-unknown"])("a parked lead (%s)", (reason) => {
  test.each(["open-house", "kiosk"])("at %s: keeps its event after the station's event changed", async (station) => {
    const { id, address } = await at(station, alpha);
    const isUnknown = reason === "station-version-unknown";
    const key = randomUUID();
    const body = {
      ...{ station, lead: { firstName: "Refused", emails: ["sample@example.com"] }, capturedAt: noon },
      ...(station === "kiosk" ? { consent } : {}),
      event: station === "kiosk" ? { id } : { id, ...alpha },
      ...(isUnknown ? { stationVersion: "00000000000000ff" } : {}),
    };
    await at(station, gamma);
    expect((await rooms.send("POST", "/api/leads", body, { "idempotency-key": key })).status).toBe(202);
    await rooms.driver.query("UPDATE submissions SET status = 'parked', reason = $2, due_at = NULL WHERE id = $1", [
      ...[key, reason],
    ]);
    await at(station, { ...gamma, address: "7 Delta Drive" });
    const file = await rooms.send("GET", "/api/outbox/export?format=json");
    const exported = ((await file.json()) as { id: string; event?: LeadEvent; lead: object }[]).find(
      (one) => one.id === key,
    );
    expect(exported?.event).toEqual({ id, ...alpha });
    const fix = { action: "fix", lead: { ...exported?.lead, lastName: "Corrected" } };
    expect((await rooms.send("POST", `/api/outbox/${key}`, fix)).status).toBe(200);
    const [row] = await rooms.driver.query("SELECT id, lead, event FROM submissions WHERE id = $1", [key]);
    expect((JSON.parse(String(row?.["lead"])) as { tagsAdd: unknown }).tagsAdd).toEqual([`Open house ${address}`]);
    expect(JSON.parse(String(row?.["event"]))).toEqual({ id, ...alpha });
  });
});
