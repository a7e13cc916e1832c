import { afterEach, expect, test } from "vitest";
import { forVisitors } from "#lead/station/forVisitors.ts";
import { stationOf } from "#lead/testing/stationOf.ts";
import { visitorsForm } from "#lead/station/visitorsForm.ts";
import { forget } from "../browser/device.ts";
import { keysFrom } from "../browser/deviceKeys.ts";
import { keepWho } from "./who.ts";
import { eventNow } from "./eventNow.ts";
import { earlierEvents, keepEvent, lastEvent } from "./keepEvent.ts";

afterEach(() => [...keysFrom("event:"), ...keysFrom("who:")].forEach(forget));

const now = new Date();
const today = now.toLocaleDateString("sv");
const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 1);
const house = { id: "e1", address: "48 Larkspur Lane", date: today };
const ann = { agent: { id: "1", name: "Sample Agent One" } };
const ben = { agent: { id: "2", name: "Sample Agent Two" } };

test.each([
  ["desk", today, house.address],
  ["desk", "2026-11-22", undefined],
  ["kiosk", today, house.address],
  ["kiosk", "2026-11-22", undefined],
  ["kiosk", "Sunday", undefined],
  ["embed", today, house.address],
  ["embed", "2026-11-22", undefined],
] as const)("%s: the station's event counts on its day only (%s)", (profile, date, address) => {
  expect(eventNow(stationOf(profile, { event: { ...house, date } }))?.address).toBe(address);
});

test("agent: the station's event does not count; each agent is asked, every day", () => {
  const station = stationOf("agent", { event: house });
  expect(eventNow(station, ann, now)).toBeUndefined();
  keepEvent(station, ann, house);
  expect(eventNow(station, ann, now)).toEqual(house);
  expect(eventNow(station, ben, now)).toBeUndefined();
  expect(eventNow(station, { routing: true }, now)).toBeUndefined();
  expect(eventNow(stationOf("agent", { id: "other" }), ann, now)).toBeUndefined();
  expect(eventNow(station, ann, tomorrow)).toBeUndefined();
});

test('agent: "no event today" is an answer, and the last event is still offered', () => {
  const station = stationOf("agent");
  keepEvent(station, ann, house);
  keepEvent(station, ann, null);
  expect(eventNow(station, ann, now)).toBeNull();
  expect(eventNow(station, ann, tomorrow)).toBeUndefined();
  expect(lastEvent(station, ann)).toEqual(house);
  expect(lastEvent(station, ben)).toBeUndefined();
});

test("agent: the day's earlier houses are known, also those whose address was corrected", () => {
  const station = stationOf("agent");
  keepWho(station.id, ann);
  const typo = { ...house, id: "e0", address: "48 Larkspur Lnae" };
  keepEvent(station, ann, typo);
  keepEvent(station, ann, house);
  keepEvent(station, ann, { ...house, id: "e2", address: "48  LARKSPUR lane" });
  expect(earlierEvents(station).map(({ address }) => address)).toEqual([typo.address]);
  keepEvent(station, ann, null);
  expect(earlierEvents(station).map(({ address }) => address)).toEqual([typo.address, "48  LARKSPUR lane"]);
});

test("a form link uses the station's event and asks nothing", () => {
  const link = forVisitors(visitorsForm(stationOf("agent", { event: house })));
  expect(eventNow(link, undefined, now)).toEqual(house);
});
