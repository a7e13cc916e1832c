import { expect, test } from "vitest";
import { parseStation } from "./parseStation.ts";
import { storedStation, type StoredStation } from "./storedStation.ts";

const base = { id: "door", profile: "kiosk", name: "Door" };
const twelve = [..."abcdefghijkl"].map((letter) => `https://${letter}.example.com`);

test.each<[string, object, readonly string[], object]>([
  [
    "a language of another version",
    { languages: ["ko", "en", "ja", "pt"] },
    ["languages: pt", "languages: ko"],
    { languages: ["en", "ja"] },
  ],
  ["no language left", { languages: ["ko"] }, ["languages: ko", "languages"], { languages: ["en"] }],
  ["a drawing of another version", { drawing: "castle" }, ["drawing"], { drawing: "house" }],
  ["a setting of another version", { sound: "bell" }, ["sound"], {}],
  [
    "a question of another version",
    { required: ["property.hue", "lastName"] },
    ["required: property.hue"],
    { required: ["lastName"] },
  ],
  [
    "what visitors may not say",
    { required: ["stage", "lastName", "assignedUserId"] },
    ["required: assignedUserId", "required: stage"],
    { required: ["lastName"] },
  ],
  [
    "the only ways to reach a visitor, switched off",
    { asks: { on: [], off: ["phones", "birthday", "emails"] } },
    ["asks.off: emails", "asks.off: phones"],
    { asks: { on: [], off: ["birthday"] } },
  ],
  ["half an event", { event: { address: "48 Larkspur Lane" } }, ["event"], {}],
  [
    "a preset of another version",
    { presets: { hue: "red", source: "Door" } },
    ["presets.hue"],
    { presets: { source: "Door" } },
  ],
  [
    "many frames that cannot be named",
    { frameParents: [...twelve, "b.example.com", "a.example.com"] },
    ["frameParents: a.example.com", "frameParents: b.example.com"],
    { frameParents: twelve },
  ],
])("%s is left out, and the station loads", (_, changes, leftOut, expected) => {
  const loaded = storedStation({ ...base, ...changes });
  expect(loaded?.leftOut).toEqual(leftOut);
  const { station } = parseStation({ ...base, ...expected }) as StoredStation;
  expect(loaded?.station).toEqual(station);
  expect("issues" in parseStation({ ...base, ...changes })).toBe(true);
});

test("a valid station loads completely", () => {
  expect(storedStation(base)).toMatchObject({ station: base, leftOut: [] });
});

test("a tag that only the event makes too long is kept: each lead gets it shortened", () => {
  const presets = { tagsAdd: ["Open house {address}"] };
  const event = { address: "123456 Sample Boulevard of the Long Names, Apartment 12", date: "2026-11-22" };
  expect("issues" in parseStation({ ...base, presets, event })).toBe(true);
  expect(storedStation({ ...base, presets, event })).toMatchObject({ station: { presets, event }, leftOut: [] });
});

test("so is an opening line that only a sentence about the event makes too long", () => {
  const presets = { content: `${"n".repeat(190)}. Signed in at {address}.` };
  expect(storedStation({ ...base, presets })).toMatchObject({ station: { presets }, leftOut: [] });
});

test.each(["agent", "kiosk"])("%s: a preset that needs an event is kept, and can be saved without one", (profile) => {
  const presets = {
    customAttributeList: [{ attributeName: "Open house", attributeType: "text", value: "{address}" }],
    property: { streetAddress: "{address}", propertyType: "Condo" },
  };
  const station = { ...base, profile, presets };
  expect(parseStation(station)).toMatchObject({ station: { presets } });
  expect(storedStation(station)).toMatchObject({ station: { presets }, leftOut: [] });
});

test.each([[undefined], [null], [[]], ["door"], [{}], [{ ...base, id: "Not An Id" }], [{ ...base, profile: "lobby" }]])(
  "%j is not a station",
  (stored) => {
    expect(storedStation(stored)).toBeUndefined();
  },
);
