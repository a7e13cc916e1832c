import { expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { stationSchema } from "#lead/station/station.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { changesOf, undone } from "./changes.ts";

const before = {
  ...(readyStations.find(({ id }) => id === "kiosk") as FormStation),
  brand: { name: "Sample Homes", colour: "#055651" },
  listing: { address: "48 Larkspur Lane", beds: 4 },
  asks: { on: ["birthday"], off: ["lastName", "leadTypes"] },
  attributes: [
    { name: "Do you live nearby?", type: "text", visitors: true },
    { name: "Gate", type: "text", visitors: false },
  ],
  languages: ["en", "es", "ja"],
} as FormStation;

/** Edits, the paths that they change, and the values there. Each key of a station is in one of them. */
const edits: readonly (readonly [edit: Partial<FormStation>, changes: Readonly<Record<string, readonly unknown[]>>])[] =
  [
    [{ name: "Hall tablet" }, { name: [before.name, "Hall tablet"] }],
    [{ profile: "desk" }, { profile: ["kiosk", "desk"] }],
    [{ temperatures: ["Hot"] }, { temperatures: [before.temperatures, ["Hot"]] }],
    [{ drafts: false }, { drafts: [true, false] }],
    [{ updateKnownPeople: false }, { updateKnownPeople: [true, false] }],
    [{ whenUnrecognized: "park" }, { whenUnrecognized: ["create", "park"] }],
    [{ referenceAttribute: "Reference" }, { referenceAttribute: [undefined, "Reference"] }],
    [
      { event: { address: "12 Sample Court", date: "2026-11-22" } },
      { event: [before.event, { address: "12 Sample Court", date: "2026-11-22" }] },
    ],
    [
      { listing: { address: "48 Larkspur Lane", beds: 5, price: 650_000 } },
      { "listing.beds": [4, 5], "listing.price": [undefined, 650_000] },
    ],
    [
      { listing: { address: "12 Sample Court", beds: 4 } },
      { "listing.address": ["48 Larkspur Lane", "12 Sample Court"] },
    ],
    [
      { asks: { on: [], off: ["leadTypes"] }, required: ["lastName"] },
      { "asks.lastName": ["off", "required"], "asks.birthday": ["ask", "off"] },
    ],
    [{ needsContact: false }, { needsContact: [undefined, false] }],
    [
      { attributes: [{ name: "Gate", type: "number", visitors: false }] },
      {
        "attributes.0": [before.attributes[1], { name: "Gate", type: "number", visitors: false }],
        "attributes.removed.0": [before.attributes[0], undefined],
      },
    ],
    [
      { presets: { ...before.presets, source: "Hall", stage: "1" } },
      { "presets.source": [before.presets?.["source"], "Hall"], "presets.stage": [undefined, "1"] },
    ],
    [
      { brand: { name: "", colour: "#8A1538" } },
      { "brand.name": ["Sample Homes", undefined], "brand.colour": ["#055651", "#8A1538"] },
    ],
    [{ drawing: "loft" }, { drawing: [before.drawing, "loft"] }],
    [
      { consent: { ...before.consent, version: "9", texts: { ...before.consent.texts, ja: "はい" } } },
      { "consent.version": [before.consent.version, "9"], "consent.texts.ja": [before.consent.texts?.ja, "はい"] },
    ],
    [
      { acknowledgement: { version: "1", text: "A notice", asksName: false, asksAgent: true } },
      { acknowledgement: [undefined, { version: "1", text: "A notice", asksName: false, asksAgent: true }] },
    ],
    [
      { languages: ["es", "en", "de"] },
      { "languages.de": [false, true], "languages.ja": [true, false], "languages.first": ["en", "es"] },
    ],
    [{ idleSeconds: 90 }, { idleSeconds: [before.idleSeconds, 90] }],
    [{ frameParents: ["https://www.example.com"] }, { frameParents: [undefined, ["https://www.example.com"]] }],
  ];

test.each(edits)("%j: says what changes, and each Undo takes back its own change only", (edit, expected) => {
  const now = { ...before, ...edit };
  const changes = changesOf(before, now);
  expect(Object.fromEntries(changes.map(({ path, was, is }) => [path, [was, is]]))).toEqual(expected);
  for (const change of changes) {
    const left = changesOf(before, undone(before, now, change)).map(({ was, is }) => [was, is]);
    expect(left).toEqual(changes.filter((other) => other !== change).map(({ was, is }) => [was, is]));
  }
  let station = now;
  for (let [next] = changes; next; [next] = changesOf(before, station)) station = undone(before, station, next);
  expect(station).toEqual(before);
});

test("no edit of a station is left unsaid", () => {
  const made = ["$schema", "id"];
  const said = edits.flatMap(([edit]) => Object.keys(edit));
  expect(Object.keys(stationSchema.shape).filter((key) => !made.includes(key) && !said.includes(key))).toEqual([]);
});

test("another order of the same questions, and a name that was typed and removed, change nothing", () => {
  const { brand: _brand, ...plain } = before;
  const asks = { on: ["birthday"], off: ["leadTypes", "lastName"] };
  expect(changesOf(before, { ...before, asks })).toEqual([]);
  expect(changesOf(plain, { ...plain, brand: { name: "" } })).toEqual([]);
});

test("without its last language a station gets the saved ones back", () => {
  const now = { ...before, languages: ["de"] } as FormStation;
  const german = changesOf(before, now).find(({ path }) => path === "languages.de");
  expect(german && undone(before, now, german).languages).toEqual(["en", "es", "ja"]);
});
