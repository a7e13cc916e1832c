import { describe, expect, test } from "vitest";
import type { Consent } from "./consent.ts";
import { fillPresets } from "../station/presets.ts";
import { limits } from "../limits.ts";
import { stamp } from "./stamp.ts";
import type { Station } from "../station/station.ts";
import { stationOf } from "../testing/stationOf.ts";

const event = { address: "48 Larkspur Lane", date: "2026-11-22", host: "Sample Agent One" };
const at = (profile: Station["profile"], presets: Station["presets"], changes: Partial<Station> = {}) =>
  stationOf(profile, { presets, ...changes });
const consent = (channels: Consent["channels"]): Consent => ({
  version: "1",
  text: "You may contact me.",
  language: "fr",
  at: "2026-11-22T12:00:00Z",
  by: "self",
  channels,
});
/** Sorts the note's lines: the lines above the typed note follow the order of the presets. */
const sorted = (note: unknown) => (note === undefined ? undefined : String(note).split("\n").toSorted().join("\n"));
const ann = { firstName: "Ann" };

describe("presets", () => {
  test.each([
    ["an answer stands", { source: "Walk-in" }, { source: "Friend" }, { source: "Friend" }],
    ["false is an answer", { leadAlert: true }, { leadAlert: false }, { leadAlert: false }],
    ["what was not answered is added", { source: "Open House" }, {}, { source: "Open House" }],
    ["tags are joined, each once", { tagsAdd: ["A", "B"] }, { tagsAdd: ["B", "C"] }, { tagsAdd: ["B", "C", "A"] }],
    [
      "objects are joined",
      { inquiry: { priceMin: 1 } },
      { inquiry: { priceMax: 2 } },
      { inquiry: { priceMin: 1, priceMax: 2 } },
    ],
    [
      "the opening line goes first",
      { content: "Signed in at {address}." },
      { content: "Likes yards" },
      { content: "Signed in at 48 Larkspur Lane.\nLikes yards" },
    ],
    [
      "the opening line alone",
      { content: "{address}, {date}, {host}" },
      {},
      { content: "48 Larkspur Lane, 2026-11-22, Sample Agent One" },
    ],
    ["tags are filled", { tagsAdd: ["Open house {address}"] }, {}, { tagsAdd: ["Open house 48 Larkspur Lane"] }],
    ["braces of other names stay", { source: "{agent}" }, {}, { source: "{agent}" }],
    [
      "an answered question of the office is not answered again",
      { customAttributeList: [{ attributeName: "Pets", attributeType: "text", value: "None" }] },
      { customAttributeList: [{ attributeName: "Pets", attributeType: "text", value: "Cat" }] },
      { customAttributeList: [{ attributeName: "Pets", attributeType: "text", value: "Cat" }] },
    ],
  ])("%s", (_, presets, lead, stamped) => {
    expect(stamp({ ...ann, ...lead }, at("agent", presets), { event })).toEqual({ ...ann, ...stamped });
  });

  test("without an event: removes placeholders, and values that become empty", () => {
    const bare = at("agent", { source: "{host}", tagsAdd: ["{address}", "Sign in {date}"] });
    expect(stamp(ann, bare)).toEqual({ ...ann, tagsAdd: ["Sign in"] });
  });

  test.each([
    ["Signed in at {address}, {date}.", ""],
    ["Signed in at {address}, {date}. Gave a card.", "Gave a card."],
    ["Open house, {address}", "Open house"],
    ["{address}, walk-in", "walk-in"],
    ["{address} - {date}", ""],
    ["Dr. Sample's list", "Dr. Sample's list"],
  ])("without an event: %j becomes %j", (content, expected) => {
    const stamped = stamp(ann, at("agent", { content })) as { content?: string };
    expect(stamped.content ?? "").toBe(expected);
  });

  test("an event without a host: removes the placeholder and the comma before it", () => {
    const station = at("agent", { content: "{address}, {date}, {host}" });
    expect(stamp(ann, station, { event: { address: "5 Gamma Court", date: "2026-11-28" } })).toMatchObject({
      content: "5 Gamma Court, 2026-11-28",
    });
  });

  test("uses the lead's event, never the station's", () => {
    const station = at("agent", { tagsAdd: ["Open house {address}"] }, { event });
    expect(stamp(ann, station)).toEqual({ ...ann, tagsAdd: ["Open house"] });
    expect(stamp(ann, station, { event: { address: "5 Gamma Court", date: "2026-11-28" } })).toEqual({
      ...ann,
      tagsAdd: ["Open house 5 Gamma Court"],
    });
  });

  const long = "1234 North Saint Augustine Boulevard East, Apartment 17B, Springfield";
  const inFull = `Open house ${long}`;
  const atWord = "Open house 1234 North Saint Augustine Boulevard East, Apartment";
  test.each([
    ["the note opens with it", { tagsAdd: ["Open house {address}"] }, {}, { tagsAdd: [atWord], content: inFull }],
    [
      "after the preset, before what was typed",
      { tagsAdd: ["Open house {address}"], content: "Signed in on {date}." },
      { content: "Likes yards" },
      { tagsAdd: [atWord], content: `Signed in on 2026-11-28.\n${inFull}\nLikes yards` },
    ],
    [
      "two texts that are too long",
      { tagsAdd: ["Open house {address}"], segments: ["At {address}"] },
      {},
      { tagsAdd: [atWord], segments: ["At 1234 North Saint Augustine"], content: `At ${long}\n${inFull}` },
    ],
    ["a tag that fits", { tagsAdd: ["{date}"] }, {}, { tagsAdd: ["2026-11-28"] }],
  ])(
    "a text over Lofty's limit is cut at a word, and the note holds the full text: %s",
    (_, presets, lead, stamped) => {
      const filled = stamp({ ...ann, ...lead }, at("kiosk", presets), { event: { address: long, date: "2026-11-28" } });
      expect({ ...filled, content: sorted(filled["content"]) }).toEqual({
        ...ann,
        ...stamped,
        content: sorted((stamped as { content?: string }).content),
      });
    },
  );

  test("the note stays within Lofty's limit: the full address first, then as much as fits", () => {
    const event = { address: `${"Long Road ".repeat(11)}12345678`, date: "2026-11-28" };
    const presets = { tagsAdd: ["Open house {address}"], content: `${"w ".repeat(90)}{address}` };
    const note = "n".repeat(1400);
    const { content } = stamp({ ...ann, content: note }, at("agent", presets), { event });
    expect(String(content).length).toBeLessThanOrEqual(1601);
    expect(String(content).startsWith(`${event.address}\nw w w`)).toBe(true);
    expect(String(content).endsWith(`\n${note}`)).toBe(true);
  });

  test("filled texts are trimmed, and empty list items are removed", () => {
    const presets = { source: "At {address}", tagsAdd: ["{date}", "Desk {host}"] };
    expect(fillPresets(presets, undefined)).toEqual({ source: "At", tagsAdd: ["Desk"] });
  });

  test("an event's text is inserted literally", () => {
    expect(fillPresets({ source: "{address}" }, { ...event, address: "$& {date}" })).toEqual({ source: "$& {date}" });
  });
});

describe("at a kiosk", () => {
  test("adds the flags of the consent and the screen's language", () => {
    expect(stamp(ann, at("kiosk", {}), { language: "fr", consent: consent({ call: true }) })).toEqual({
      ...ann,
      language: "fr",
      cannotText: true,
      cannotCall: false,
    });
  });
  test("policy strict: unticked channels are forbidden", () => {
    const strict = at("kiosk", {}, { consent: { version: "1", text: "x", policy: "strict" } });
    expect(stamp(ann, strict, { consent: consent({ text: true }) })).toEqual({
      ...ann,
      cannotText: false,
      cannotCall: true,
      cannotEmail: true,
      welcomeEmail: false,
    });
  });
  test('"Please don\'t contact me" forbids all channels and turns off the welcome e-mail', () => {
    const refused = consent({ text: false, call: false, email: false });
    expect(stamp(ann, at("kiosk", { welcomeEmail: true }), { consent: refused })).toEqual({
      ...ann,
      cannotText: true,
      cannotCall: true,
      cannotEmail: true,
      unsubscription: true,
      welcomeEmail: false,
    });
  });
  test("policy strict: an unticked e-mail box turns off the welcome e-mail", () => {
    const strict = at("embed", { welcomeEmail: true }, { consent: { version: "1", text: "x", policy: "strict" } });
    expect(stamp(ann, strict, { consent: consent({ text: true }) })).toMatchObject({
      cannotEmail: true,
      welcomeEmail: false,
    });
  });
});

test("how many came together is a line of the note, after the preset's", () => {
  const lead = stamp(ann, at("kiosk", { content: "Open house." }), { party: 3 });
  expect(lead["content"]).toBe("Open house.\nParty of 3");
});
test("a note that leaves little room shortens the preset's text, never how many came", () => {
  const note = "x".repeat(limits.note);
  const lead = stamp({ ...ann, content: note }, at("kiosk", { content: "y ".repeat(99) }), { party: 12 });
  expect(lead["content"]).toContain("Party of 12\n");
  expect(String(lead["content"]).endsWith(note)).toBe(true);
});

describe("from staff", () => {
  test("staff's answers are kept; consent and screen language add nothing", () => {
    const lead = { ...ann, cannotText: false, language: "de" };
    expect(stamp(lead, at("desk", {}), { language: "fr", consent: consent({}) })).toEqual(lead);
  });
  test.each([[{ cannotEmail: true }], [{ unsubscription: true }]])(
    "a preset sends no welcome e-mail with %j",
    (flags) => {
      expect(stamp({ ...ann, ...flags }, at("desk", { welcomeEmail: true }))).toEqual({
        ...ann,
        ...flags,
        welcomeEmail: false,
      });
    },
  );
  test("people who refuse e-mail get welcomeEmail false, unless staff set it", () => {
    expect(stamp({ ...ann, cannotEmail: true }, at("desk", {}))).toEqual({
      ...ann,
      cannotEmail: true,
      welcomeEmail: false,
    });
    const both = { ...ann, cannotEmail: true, welcomeEmail: true };
    expect(stamp(both, at("desk", {}))).toEqual(both);
  });
  test("a preset sends the welcome e-mail to other people", () => {
    expect(stamp(ann, at("desk", { welcomeEmail: true }))).toEqual({ ...ann, welcomeEmail: true });
  });
});
