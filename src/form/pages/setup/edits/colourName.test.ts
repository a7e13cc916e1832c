import { expect, test } from "vitest";
import { colourName } from "./colourName.ts";

test.each([
  ["#055651", "darkGreen"],
  ["#8A1538", "burgundy"],
  ["#1D52DE", "blue"],
  ["#0b1f3a", "navy"],
  ["#FF0000", "red"],
  ["#C8A24B", "gold"],
  ["#4B2E1A", "brown"],
  ["#C41230", "red"],
  ["#5C2D91", "purple"],
  ["#f4f4f2", "white"],
  ["#8A15", undefined],
])("%s is %s", (hex, name) => {
  expect(colourName(hex)).toBe(name);
});
