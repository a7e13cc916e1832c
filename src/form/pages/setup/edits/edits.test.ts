import { expect, test } from "vitest";
import { questionAt } from "#lead/questions.ts";
import { parseStation } from "#lead/station/parseStation.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { askingOf, changedKeys, mayBeRequired, withAsking, withMine, type Asking } from "./edits.ts";

const stationAt = (id: string) => readyStations.find((station) => station.id === id) as FormStation;
const field = (path: string) => {
  const found = questionAt(path);
  if (!found) throw new Error(path);
  return found;
};

test.each(["kiosk", "website", "front-desk", "open-house"])("%s: each question can be asked in each way", (id) => {
  const station = stationAt(id);
  for (const path of ["lastName", "birthday", "referredBy", "leadTypes"])
    for (const asking of ["off", "ask", "required", "off", "ask"] as Asking[]) {
      if (asking === "required" && !mayBeRequired(station, field(path))) continue;
      const next = { ...station, ...withAsking(station, field(path), asking) };
      expect([path, askingOf(next, field(path))]).toEqual([path, asking]);
      expect(parseStation(next)).not.toHaveProperty("issues");
    }
});

test("the city comes also where it was off", () => {
  const station = { ...stationAt("website"), asks: { on: [], off: ["property.city"] } };
  const next = { ...station, ...withAsking(station, field("property.bedrooms"), "ask") };
  expect(next.asks).toEqual({ on: ["property.city", "property.bedrooms"], off: [] });
  expect(parseStation(next)).not.toHaveProperty("issues");
});

test.each(["kiosk", "website", "front-desk"])("%s: the first question about a property brings its city", (id) => {
  const station = stationAt(id);
  const first = { ...station, ...withAsking(station, field("property.bedrooms"), "ask") };
  expect(askingOf(first, field("property.city"))).toBe("ask");
  const second = { ...first, ...withAsking(first, field("property.price"), "ask") };
  expect(second.asks.on.filter((path) => path === "property.city")).toHaveLength(id === "front-desk" ? 0 : 1);
  expect(parseStation(second)).not.toHaveProperty("issues");
});

test("a kiosk requires only what it asks before Sign in", () => {
  expect(["lastName", "birthday", "leadTypes"].map((path) => mayBeRequired(stationAt("kiosk"), field(path)))).toEqual([
    true,
    false,
    false,
  ]);
});

test("my edits are added to theirs, and theirs win where I changed nothing", () => {
  const before = stationAt("kiosk");
  const mine = { ...before, name: "Mine", version: "1" };
  const theirs = { ...before, name: "Theirs", idleSeconds: 90, version: "2" };
  expect(changedKeys(before, mine)).toEqual(["name"]);
  expect(withMine(theirs, mine, before)).toEqual({ ...theirs, name: "Mine" });
});
