import { expect, test } from "vitest";
import { hashOf, houseIn } from "./houseInHash.ts";

const maple = { id: "maple", address: "12 Maple & Grove #3, Ñandú", date: "2026-11-28" };

test.each([
  ["an event", { ...maple, hours: "1 to 4 pm", host: "Sample Agent One" }],
  ["an event without an id and hours", { address: "7 Birch Court", date: "2026-11-27" }],
  ["none", null],
  ["no answer yet", undefined],
])("%s goes into an address and comes back", (_, house) => {
  expect(houseIn(hashOf(house))).toEqual(house);
});

test.each([
  "",
  "#top",
  "#address=7+Birch+Court",
  "#address=x&date=2026-13-40",
  "#address=x&date=soon",
  "#date=2026-11-28",
])("%j names no house", (hash) => {
  expect(houseIn(hash)).toBeUndefined();
});
