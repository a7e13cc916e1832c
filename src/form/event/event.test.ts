import { expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import type { Station } from "#lead/station.ts";
import { isEventDue, lastEvent, noEventOn } from "./event.ts";

const station = (profile: Station["profile"], id: string, date?: string): Station => {
  const { event: _, ...rest } = readyStations[0] as Station;
  return { ...rest, id, profile, ...(date && { event: { address: "48 Larkspur Lane", date } }) };
};
/** Shortly before midnight, where this test runs. */
const late = new Date(2026, 10, 22, 23, 59);
const nextDay = new Date(2026, 10, 23, 0, 1);

test.each([
  ["agent", "2026-11-22", late, false],
  ["agent", "2026-11-22", nextDay, true],
  ["agent", "2026-11-21", late, true],
  ["agent", "Sunday", late, true],
  ["agent", undefined, late, true],
  ["desk", "2026-11-21", late, false],
  ["kiosk", undefined, late, false],
] as const)("%s, event of %s at %s: asked %s", (profile, date, now, due) => {
  expect(isEventDue(station(profile, "asked", date), now)).toBe(due);
});

test("a day without an event is asked for once, and the last event is still known", () => {
  const was = station("agent", "none", "2026-11-21");
  noEventOn("2026-11-22", was);
  const now = station("agent", "none");
  expect(isEventDue(now, late)).toBe(false);
  expect(isEventDue(now, nextDay)).toBe(true);
  expect(lastEvent(now)).toEqual({ address: "48 Larkspur Lane", date: "2026-11-21" });
});

test("on the first use of an office there is no last time to offer", () => {
  for (const ready of readyStations.filter(({ profile }) => profile === "agent"))
    expect(lastEvent(ready)).toBeUndefined();
});
