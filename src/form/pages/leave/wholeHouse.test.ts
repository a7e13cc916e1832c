import { expect, test } from "vitest";
import type { DeviceView } from "#lead/submission/deviceReport.ts";
import type { DayCounts, DayPerson, HouseCounts } from "#lead/submission/staffAnswers.ts";
import { countsOf, housesOf, isOf, type Place } from "./wholeHouse.ts";

const date = "2026-11-28";
const alpha = { address: "1 Alpha Road", date };
const alphaKey = "2026-11-28 1alpharoad";
const gamma = { address: "5 Gamma Court", date };
const counts = (signedIn: number, needsYou = 0): DayCounts => ({
  ...{ groups: signedIn + 1, signedIn, withAgent: 0, waiting: 0, inLofty: signedIn - needsYou, needsYou },
});
const day = (...houses: readonly HouseCounts[]) => ({ ...counts(0), houses });
/** Two leads of Alpha Road at the agents' station, three at the kiosk; four without a house at the agents'. */
const everywhere = day(
  { event: { ...alpha, address: "1  ALPHA road" }, ...counts(5, 1) },
  { event: gamma, ...counts(7) },
  { event: null, ...counts(9) },
);
const atStation = day({ event: alpha, ...counts(2) }, { event: null, ...counts(4) });
const device = (more: Partial<DeviceView>): DeviceView => ({
  ...{ id: "x", number: 1, role: "staff", kind: "phone", build: "b", unsent: 0, seenAt: "2026-11-28T15:00:00Z" },
  ...more,
});
const since = "2026-11-28T06:00:00Z";
const place = (
  event: typeof alpha | null,
  devices: readonly DeviceView[] = [],
  earlier: readonly (typeof alpha)[] = [],
): Place => ({
  ...{ station: "open-house", event, since },
  houses: housesOf({ station: "open-house", event, since }, [everywhere, atStation], devices, earlier),
});
const signedInAt = (where: Place) => countsOf(where, everywhere, atStation).signedIn;

test("a house counts its leads at every station, by address and date", () => {
  expect(countsOf(place(alpha), everywhere, atStation)).toEqual({ ...counts(5, 1), groups: 6 });
});

test("a house of before counts too while a lead of it is not in Lofty: its address may have been corrected", () => {
  expect(place(gamma, [], [alpha]).houses).toEqual(new Set([alphaKey, "2026-11-28 5gammacourt"]));
  expect(signedInAt(place(gamma, [], [alpha]))).toBe(5 + 7);
  expect(place(alpha, [], [gamma]).houses).toEqual(new Set([alphaKey]));
});

test("a device without a house: all houses of its station, at every station, and the station's leads of no house", () => {
  expect(signedInAt(place(null))).toBe(5 + 4);
});

test("a device without a house: also a house that only another device of the station has named today", () => {
  const phone = { station: "open-house", house: "2026-11-28 5gammacourt" };
  expect(signedInAt(place(null, [device(phone)]))).toBe(5 + 7 + 4);
  expect(signedInAt(place(null, [device({ ...phone, seenAt: "2026-11-27T15:00:00Z" })]))).toBe(5 + 4);
  expect(signedInAt(place(null, [device({ ...phone, station: "another" })]))).toBe(5 + 4);
});

test("people: of the house at every station; without a house those of the station", () => {
  const person = (station: string, event: DayPerson["event"]) => ({ station, event });
  const known = (where: Place) =>
    [person("kiosk", alpha), person("open-house", gamma), person("open-house", null), person("kiosk", null)].map(
      isOf(where),
    );
  expect(place(alpha).houses).toEqual(new Set([alphaKey]));
  expect(known(place(alpha))).toEqual([true, false, false, false]);
  expect(known(place(null))).toEqual([true, false, true, false]);
});
