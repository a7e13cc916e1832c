import { expect, test } from "vitest";
import { shorterAddress } from "./shorterAddress.ts";

const long = "1234 North Saint Augustine Boulevard East, Apartment 17B, Springfield";
const tag = { tagsAdd: ["Open house {address}"] };

test.each([
  ["a tag that fits", tag, "48 Larkspur Lane", undefined],
  ["no preset with an address", { tagsAdd: ["Open house"] }, long, undefined],
  ["removes the part after a comma first", tag, long, "1234 North Saint Augustine Boulevard East"],
  ["no comma: removes the last words", tag, `The Old ${"Mill ".repeat(11)}House`, `The Old${" Mill".repeat(9)}`],
  ["the preset with the least room counts", { ...tag, segments: ["At {address}"] }, long, "1234 North Saint Augustine"],
  ["the address twice", { tagsAdd: ["{address} or {address}"] }, long, "1234 North Saint Augustine"],
  [
    "the note's opening line",
    { content: `${"x".repeat(160)} {address}` },
    long,
    "1234 North Saint Augustine Boulevard",
  ],
])("%s", (_, presets, address, shorter) => {
  expect(shorterAddress({ address, date: "2026-11-28" }, presets)).toBe(shorter);
});
