import { expect, test } from "vitest";
import { differing } from "./differing.ts";

const long = "Sample Homes may contact me about homes by the ways I tick. I need not agree to buy a home.";

test.each([
  ["Hall", "Hall tablet", "Hall", "Hall tablet"],
  [
    long,
    long.replace("tick", "choose"),
    "…s by the ways I tick. I need not agr…",
    "…s by the ways I choose. I need not agr…",
  ],
  [long, `${long} Thank you.`, "…e to buy a home.", "…e to buy a home. Thank you."],
  ["", long, "", long],
  ["aaaa".repeat(20), "aaaa".repeat(19), `…${"a".repeat(20)}`, `…${"a".repeat(16)}`],
])("of %j and %j shows what differs", (one, other, first, second) => {
  expect(differing(one, other)).toEqual([first, second]);
});
