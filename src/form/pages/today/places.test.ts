import { expect, test } from "vitest";
import type { DayCounts, HouseCounts } from "#lead/submission/staffAnswers.ts";
import { placesOf } from "./places.ts";

const counts = (groups: number): DayCounts => ({
  groups,
  signedIn: groups,
  withAgent: 0,
  waiting: 0,
  inLofty: groups,
  needsYou: 0,
});
const day = (...houses: readonly HouseCounts[]) => ({ ...counts(9), houses });
const at = (address: string) => ({ address, date: "2026-11-28" });
const shown = (...args: Parameters<typeof placesOf>) =>
  placesOf(...args).map(({ event, counts: { groups } }) => [event?.address, groups]);

test("the device's own house is first, with its counts", () => {
  const today = day({ event: at("1 Alpha Road"), ...counts(2) }, { event: at("5 Gamma Court"), ...counts(3) });
  expect(shown(today, at("5 gamma  court"))).toEqual([
    ["5 gamma  court", 3],
    ["1 Alpha Road", 2],
  ]);
});

test("the device's own house is listed before anybody has come there, with zeros", () => {
  expect(shown(day({ event: at("1 Alpha Road"), ...counts(2) }), at("5 Gamma Court"))).toEqual([
    ["5 Gamma Court", 0],
    ["1 Alpha Road", 2],
  ]);
});

test("leads without an event are a separate place", () => {
  expect(shown(day({ event: null, ...counts(4) }), null)).toEqual([[undefined, 4]]);
  expect(shown(day({ event: null, ...counts(4) }), at("1 Alpha Road"))).toEqual([
    ["1 Alpha Road", 0],
    [undefined, 4],
  ]);
});

test("the same address on another day is another place", () => {
  const yesterday = { address: "1 Alpha Road", date: "2026-11-27" };
  expect(shown(day({ event: yesterday, ...counts(1) }), at("1 Alpha Road"))).toEqual([
    ["1 Alpha Road", 0],
    ["1 Alpha Road", 1],
  ]);
});

test("a house has the counts of all stations, and leads without an event those of the station", () => {
  const today = day({ event: at("1 Alpha Road"), ...counts(18) }, { event: null, ...counts(4) });
  const everywhere = day(
    { event: at("1 ALPHA Road"), ...counts(20) },
    { event: at("5 Gamma Court"), ...counts(2) },
    { event: null, ...counts(9) },
  );
  expect(shown(today, null, everywhere)).toEqual([
    ["1 ALPHA Road", 20],
    [undefined, 4],
  ]);
  // Its own house, where only another station has leads.
  expect(shown(today, at("5 Gamma Court"), everywhere)).toEqual([
    ["5 Gamma Court", 2],
    ["1 ALPHA Road", 20],
    [undefined, 4],
  ]);
});
