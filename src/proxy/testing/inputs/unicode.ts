import { one, type Case } from "./case.ts";

/**
 * Text from keyboards, pastes and phones: stored unchanged to the unit, or refused when it could not be stored
 * unchanged.
 */
const kept = [
  ["composed", "Zo\u00eb"],
  ["family of emoji", "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}"],
  ["skin tone", "\u{1F44D}\u{1F3FD}"],
  ["flag", "\u{1F1EB}\u{1F1F7}"],
  ["Hebrew", "\u05e9\u05dc\u05d5\u05dd"],
  ["right-to-left override", "a\u202Eb"],
  ["zero width inside", "a\u200Bb"],
  ["non-joiner", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"],
  ["line separator", "a\u2028b"],
  ["full-width digits", "\uFF11\uFF12"],
  ["rare Han", "\u{20BB7}\u91CE\u5BB6"],
  ["Thai", "\u0E44\u0E17\u0E22"],
  ["ligature", "\uFB01x"],
  ["replacement character", "a\uFFFDb"],
  ["non-character", "a\uFFFFb"],
  ["private use", "a\uE000b"],
] as const;
const changed = [
  ["decomposed", "Zoe\u0308", "Zo\u00eb"],
  ["Hangul parts", "\u1112\u1161\u11ab", "\uD55C"],
  ["no-break spaces around", "\u00A0Ann\u3000", "Ann"],
  ["byte order mark first", "\uFEFFAnn", "Ann"],
] as const;
const refused = [
  ["NUL", "a\u0000b"],
  ["bell", "a\u0007b"],
  ["escape", "a\u001B[31mb"],
  ["delete", "a\u007Fb"],
  ["high half", "a\uD83Db"],
  ["low half", "a\uDC00b"],
  ["halves swapped", "\uDE00\uD83D"],
] as const;
const fields = ["firstName", "lastName", "tagsAdd.0", "source", "content", "inquiry.locations.0.city"] as const;

export const unicode: readonly Case[] = fields.flatMap((path) => [
  ...kept.map(([name, value]) => one(path, value, { [path]: value }, { name: `${path}: ${name}` })),
  ...changed.map(([name, value, as]) => one(path, value, { [path]: as }, { name: `${path}: ${name}` })),
  ...refused.map(([name, value]) => one(path, value, [path, "format"], { name: `${path}: ${name}` })),
  ...["\r\n", "\u0085", "\u000B", "\u000C"].map((end) =>
    one(path, `a${end}b`, path === "content" ? { content: "a\nb" } : [path, "format"]),
  ),
  one(path, "a\tb", path === "content" ? { content: "a\tb" } : [path, "format"]),
]);
