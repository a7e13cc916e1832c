import { expect, test } from "vitest";
import type { Kind } from "#lead/kinds.ts";
import { editedNumber, readNumber, shownNumber, type ShownNumber } from "./shownNumber.ts";

const back = "Backspace";
const left = "ArrowLeft";
const home = "Home";
const all = "SelectAll";

/** Presses keys in a box with a caret, as a browser does. Any other text is typed, or pasted in one piece. */
function press(shown: ShownNumber, keys: readonly string[]): ShownNumber {
  let now = shown;
  let [start, end] = [now.text.length, now.text.length];
  const replace = (from: number, to: number, text: string) => {
    now = editedNumber(now, `${now.text.slice(0, from)}${text}${now.text.slice(to)}`, from + text.length, text);
    start = end = from + text.length;
  };
  for (const key of keys) {
    if (key === all) [start, end] = [0, now.text.length];
    else if (key === home) start = end = 0;
    else if (key === left) start = end = Math.max(0, start - 1);
    else if (key === back) replace(start === end ? Math.max(0, start - 1) : start, end, "");
    else replace(start, end, key);
  }
  return now;
}

test.each<readonly [locale: string, kind: Kind, value: string, keys: readonly string[], text: string, read: string]>([
  ["en", "decimal", "1200", [back], "1,20", "120"],
  ["en", "decimal", "1200", [back, back], "1,2", "12"],
  ["en", "decimal", "1200", [back, back, back], "1,", "1"],
  ["en", "decimal", "1200", [back, "5"], "1,205", "1205"],
  ["en", "decimal", "65000", [back, back], "65,0", "650"],
  ["en", "decimal", "65000", ["0"], "65,0000", "650000"],
  ["en", "decimal", "65000", [home, "1"], "165,000", "165000"],
  ["en", "decimal", "1234567", [left, left, left, left, back], "1,23,567", "123567"],
  ["en", "decimal", "1234567", [left, left, left, back], "1,234567", "1234567"],
  ["en", "decimal", "1200.5", [left, left, back], "1,20.5", "120.5"],
  ["en", "decimal", "1200.5", [left, back], "1,2005", "12005"],
  ["en", "decimal", "1200", [".", "5"], "1,200.5", "1200.5"],
  ["en", "decimal", "1200", ["k"], "1,200k", "1200000"],
  ["en", "money", "65000", ["0"], "65,0000", "650000"],
  ["en", "money", "65000", [back], "65,00", "6500"],
  ["en", "integer", "1200", ["0"], "1,2000", "12000"],
  ["en", "decimalText", "1200", [back], "1,20", "120"],
  ["en", "money", "1200", [",", "000"], "1,200,000", "1200000"],
  ["en", "money", "1200", [",", "0", "0", "0", back], "1,200,00", "1,200,00"],
  ["en", "money", "1200", [back, "x"], "1,20x", "120x"],
  ["en", "decimal", "1200", [all, "2,5"], "2,5", "2.5"],
  ["en", "decimal", "1200", [all, "1,2"], "1,2", "1.2"],
  ["en", "decimal", "1200", [all, "1,20"], "1,20", "1.2"],
  ["en", "decimal", "1200", [all, back, "1", ",", "5"], "1,5", "1.5"],
  ["en", "decimal", "2.5", [back, "25"], "2.25", "2.25"],
  ["de", "decimal", "1200", [back], "1.20", "120"],
  ["de", "money", "65000", ["0"], "65.0000", "650000"],
  ["de", "decimal", "1200.5", [back, "25"], "1.200,25", "1200.25"],
  ["de", "decimal", "2.5", [back, back, "5"], "25", "25"],
  ["de", "money", "1200", [".", "000"], "1.200.000", "1200000"],
  ["es", "decimal", "12000", [back], "12.00", "1200"],
  ["es", "money", "65000", ["0"], "65.0000", "650000"],
  ["es", "decimal", "12000", ["5"], "12.0005", "120005"],
  ["fr", "decimal", "1200", [back], "1\u202f20", "120"],
  ["fr", "money", "65000", ["0"], "65\u202f0000", "650000"],
  ["fr", "money", "1200", [" 000"], "1\u202f200 000", "1200000"],
  ["fr", "decimal", "1200", [back, ",", "5"], "1\u202f20,5", "120.5"],
])("%s, %s: %s with %j shows %j and is %s", (locale, kind, value, keys, text, read) => {
  const now = press(shownNumber(value, locale), keys);
  expect(now.text).toBe(text);
  expect(readNumber(now, locale, kind)).toBe(read);
});

test("a text that the form did not write is read as typed", () => {
  for (const text of ["1,20", "650.000", "12x"]) expect(shownNumber(text, "en")).toEqual({ text, groups: [] });
});

test("the digits of every number stay the same digits, wherever one is deleted or typed", () => {
  for (const locale of ["en", "de", "es", "fr", "ja"])
    for (const value of ["1200", "65000", "1234567", "1200.5", "65000.25"]) {
      const shown = shownNumber(value, locale);
      for (let at = 0; at <= shown.text.length; at++)
        for (const key of [back, "7"]) {
          const now = press(shown, [...Array.from({ length: at }, () => left), key]);
          const digits = now.text.replaceAll(/\D/g, "").replace(/^0+/, "");
          expect(readNumber(now, locale, "decimal").replaceAll(/\D/g, "").replace(/^0+/, "")).toBe(digits);
        }
    }
});
