import { describe, expect, test } from "vitest";
import { fields } from "../fields.ts";
import { judge } from "./judge.ts";
import { parseStation } from "./parseStation.ts";
import { readyStations } from "./readyStations.ts";
import { profiles } from "./station.ts";

const base = { id: "door", profile: "agent", name: "Door" };
const event = { address: "48 Larkspur Lane", date: "2026-11-22", host: "Sample Agent One" };
const issuesOf = (changes: object) => {
  const parsed = parseStation({ ...base, ...changes });
  return "issues" in parsed ? parsed.issues.map(({ path, code }) => `${path} ${code}`) : [];
};

test("a minimal station gets all defaults", () => {
  expect(parseStation(base)).toEqual({
    station: {
      ...base,
      languages: ["en"],
      presets: {},
      asks: { on: [], off: [] },
      required: [],
      attributes: [],
      consent: { version: "1", text: expect.stringMatching(/./), texts: expect.any(Object), policy: "standard" },
      temperatures: ["Hot", "Warm", "Nurture"],
      updateKnownPeople: true,
      whenUnrecognized: "create",
      idleSeconds: 60,
      frameParents: [],
      drafts: true,
      drawing: "house",
    },
  });
});

test("the ready stations are valid, one for each profile, each with three custom attributes", () => {
  expect(readyStations.map(({ id }) => id)).toEqual(["open-house", "front-desk", "kiosk", "website"]);
  expect(readyStations.map(({ profile }) => profile)).toEqual([...profiles]);
  for (const station of readyStations) {
    expect(parseStation(JSON.parse(JSON.stringify(station)))).toEqual({ station });
    expect(station.attributes).toHaveLength(3);
  }
});

describe("refused configurations", () => {
  test.each([
    [{ id: undefined }, "id required"],
    [{ id: "Front Desk" }, "id format"],
    [{ profile: "lobby" }, "profile not-an-option"],
    [{ name: "" }, "name format"],
    [{ name: "n".repeat(61) }, "name too-long"],
    [{ colour: "red" }, "colour unknown"],
    [{ brand: { name: "B", colour: "red" } }, "brand.colour format"],
    [{ event: { address: "A" } }, "event.date required"],
    [{ languages: [] }, "languages required"],
    [{ languages: ["xx"] }, "languages.0 not-an-option"],
    [{ languages: ["en", "ko"] }, "languages.1 not-an-option"],
    [{ asks: { on: ["firstname"], off: [] } }, "asks.on.0 unknown"],
    [{ asks: { on: [], off: ["property.hue"] } }, "asks.off.0 unknown"],
    [{ required: ["inquiry.price"] }, "required.0 unknown"],
    [{ attributes: [{ name: "Pets", type: "pets" }] }, "attributes.0.type not-an-option"],
    [{ consent: { version: "1", text: "x", policy: "lax" } }, "consent.policy not-an-option"],
    [{ idleSeconds: 4 }, "idleSeconds format"],
    [{ idleSeconds: 29 }, "idleSeconds format"],
    [{ idleSeconds: 301 }, "idleSeconds format"],
    [{ frameParents: ["example.com"] }, "frameParents.0 format"],
    [{ frameParents: ["https://example.com/page"] }, "frameParents.0 format"],
    [{ drawing: "castle" }, "drawing not-an-option"],
    [{ presets: { stages: "New" } }, "presets.stages unknown"],
    [{ presets: { stage: "n".repeat(20) } }, "presets.stage too-long"],
    [{ presets: { inquiry: { id: 1 } } }, "presets.inquiry.id server-managed"],
    [{ presets: { content: "n".repeat(201) } }, "presets.content too-long"],
    [{ presets: { leadAlert: "yes" } }, "presets.leadAlert wrong-type"],
  ])("%j: %s", (changes, issue) => expect(issuesOf(changes)).toEqual([issue]));

  test("refuses a preset that is too long after the event is filled in", () => {
    const tag = { presets: { tagsAdd: [`Open house ${"x".repeat(35)} {address}`] } };
    expect(issuesOf({ ...tag, event: { ...event, address: "48 Larkspur Lane" } })).toEqual([]);
    expect(issuesOf({ ...tag, event: { ...event, address: "48 Larkspur Lane, 2" } })).toEqual([
      "presets.tagsAdd.0 too-long",
    ]);
  });
});

test("without an event, what only an event would make too long can be saved", () => {
  const content = `${"n".repeat(198)}{address}{date}{host}`;
  expect(issuesOf({ presets: { content } })).toEqual([]);
});

test("every field can be switched on, and off unless every lead needs it", () => {
  const paths = fields.map(({ path }) => path);
  const off = paths.filter((path) => path !== "firstName");
  expect(issuesOf({ asks: { on: paths, off } })).toEqual([]);
});

/** The station's issue about a required path, for each profile. */
const requiring = (path: string, more: object = {}) =>
  profiles.map((profile) => issuesOf({ profile, required: [path], ...more }).join());
const no = "required.0 not-allowed";

describe("a required field must be one that the form asks", () => {
  test.each([
    ["lastName", "", "", "", ""],
    ["emails", "", "", "", ""],
    ["sellingTimeFrame", "", "", no, ""],
    ["referredBy", "", "", no, no],
    ["stage", "", "", no, no],
    ["assignedUserId", "", "", no, no],
    ["content", "", "", no, no],
  ])("%s: agent %j, desk %j, kiosk %j, embed %j", (path, ...expected) => expect(requiring(path)).toEqual(expected));

  test("an offered question can be required after it is switched on", () => {
    expect(requiring("birthday")).toEqual(["", "", no, no]);
    expect(requiring("birthday", { asks: { on: ["birthday"], off: [] } })).toEqual(["", "", no, ""]);
    expect(requiring("lastName", { asks: { on: [], off: ["lastName"] } })).toEqual([no, no, no, no]);
  });

  test("the first name and the visitors' only contact question cannot be switched off", () => {
    const off = (profile: string, ...paths: string[]) => issuesOf({ profile, asks: { on: [], off: paths } });
    for (const profile of profiles) expect(off(profile, "firstName")).toEqual(["asks.off.0 required"]);
    for (const profile of ["kiosk", "embed"] as const) {
      expect(off(profile, "phones", "emails")).toEqual(["asks.off.0 required", "asks.off.1 required"]);
      expect(off(profile, "phones")).toEqual([]);
      expect(issuesOf({ profile, needsContact: false, asks: { on: [], off: ["phones", "emails"] } })).toEqual([]);
    }
    expect(off("desk", "phones", "emails")).toEqual([]);
  });
});

test("texts from a word processor are kept so that a submission can carry them", () => {
  const parsed = parseStation({ ...base, consent: { version: "1", text: "You may\u2028contact\vme.\rNo condition." } });
  expect("station" in parsed && parsed.station.consent.text).toBe("You may\ncontact\nme.\nNo condition.");
  const at = (address: string) => parseStation({ ...base, event: { ...event, address } });
  const lines = at("12 Main St\u2028Springfield");
  expect("station" in lines && lines.station.event?.address).toBe("12 Main St Springfield");
  // 70 emoji are 140 UTF-16 units: no submission could name this event.
  expect(at("\u{1f3e0}".repeat(70))).toMatchObject({ issues: [{ path: "event.address", code: "too-long" }] });
});

test("names and options are kept as answers are, so that an answer equals its option", () => {
  const typed = "Cafe\u0301 ";
  const texts = { es: { options: { [typed]: "Bar" } } };
  const question = { name: "Budget ", type: "single_select", options: [" Yes", typed], visitors: true, texts };
  const parsed = parseStation({ ...base, profile: "embed", attributes: [question], temperatures: ["Hot "] });
  if ("issues" in parsed) throw new Error("not a station");
  const { attributes, temperatures } = parsed.station;
  expect(attributes).toMatchObject([
    { name: "Budget", options: ["Yes", "Caf\u00e9"], texts: { es: { options: { "Caf\u00e9": "Bar" } } } },
  ]);
  expect(temperatures).toEqual(["Hot"]);
  const answer = { attributeName: "Budget ", attributeType: "single_select", value: typed };
  const lead = { firstName: "Ann", phones: ["+14155550132"], customAttributeList: [answer] };
  expect(judge(lead, parsed.station)).toHaveProperty("lead");
});
