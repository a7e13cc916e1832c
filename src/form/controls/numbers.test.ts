import { expect, test } from "vitest";
import { formatNumber, parseNumber } from "./numbers.ts";

test.each([
  ["650000", "650000"],
  ["$650,000", "650000"],
  ["650 000", "650000"],
  ["650,000.50", "650000.5"],
  ["650k", "650000"],
  ["650 thousand", "650000"],
  ["1.2m", "1200000"],
  ["1.2 million", "1200000"],
  ["1.2 Mio.", "1200000"],
  ["1.125m", "1125000"],
  [".5m", "500000"],
  ["0650", "650"],
  ["650.", "650"],
  ["６５０", "650"],
  ["999999999999999999", "999999999999999999"],
  ["650.000", undefined],
  ["1.234.567", undefined],
  ["650,00", undefined],
  ["1,5", undefined],
  ["12,34,567", undefined],
  ["-1", undefined],
  ["many", undefined],
  ["k", undefined],
  [".", undefined],
  ["", undefined],
])("a price typed as %j is %j", (typed, price) => expect(parseNumber(typed, "en", true)).toBe(price));

test.each([
  ["2.125", "2.125"],
  [".25", "0.25"],
  ["2.50", "2.5"],
  ["650.000", undefined],
])("a size typed as %j is %j", (typed, size) => expect(parseNumber(typed, "en", false)).toBe(size));

test.each([
  ["de", "650.000", "650000"],
  ["de", "1,5", "1.5"],
  ["fr", "650 000,5", "650000.5"],
])("in %s, %j is %j", (locale, typed, number) => expect(parseNumber(typed, locale, true)).toBe(number));

test.each([
  ["650000", "650,000"],
  ["2.5", "2.5"],
  ["650.000", "650.000"],
  ["999999999999999999", "999999999999999999"],
  ["many", "many"],
])("%j reads %j", (value, shown) => expect(formatNumber(value, "en")).toBe(shown));
