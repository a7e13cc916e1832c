import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfKept, measure } from "./measure.ts";
import { normalise } from "./normalise.ts";
import { anyText } from "./testing/arbitraryText.ts";
import { runs } from "./testing/runs.ts";

const family = "👩‍👩‍👧‍👦";

test.each([
  ["abc", 3, { length: 3, left: 0, kept: "abc" }],
  ["abcd", 3, { length: 4, left: -1, kept: "abc" }],
  ["  abc \n", 3, { length: 3, left: 0, kept: "abc" }],
  ["e\u0301e\u0301", 2, { length: 2, left: 0, kept: "éé" }],
  ["a\r\nb", 3, { length: 3, left: 0, kept: "a\nb" }],
  ["ab😀", 3, { length: 4, left: -1, kept: "ab" }],
  [`x${family}`, 11, { length: 12, left: -1, kept: "x" }],
  [`x${family}`, 12, { length: 12, left: 0, kept: `x${family}` }],
  ["🇫🇷🇩🇪", 6, { length: 8, left: -2, kept: "🇫🇷" }],
  ["", 3, { length: 0, left: 3, kept: "" }],
])("measures %j against the limit %i", (text, limit, measured) => expect(measure(text, limit)).toEqual(measured));

test("the kept part fits, has no half characters, and is the beginning of the text", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 0, max: 64 }), (text, limit) => {
      const sent = normalise(text);
      const { length, left, kept } = measure(text, limit);
      expect(length).toBe(sent.length);
      expect(left).toBe(limit - length);
      expect(kept.length).toBeLessThanOrEqual(limit);
      expect(sent.startsWith(kept)).toBe(true);
      if (left >= 0) expect(kept).toBe(sent);
      if (sent.isWellFormed()) expect(kept.isWellFormed()).toBe(true);
    }),
    runs,
  );
});

test.each([
  ["one letter too many", "Abcde", 4, "text", 4],
  ["leading spaces are not sent", "  Abcde", 4, "text", 6],
  ["composed letters count once", "e\u0301e\u0301e\u0301", 2, "text", 4],
  ["never half an emoji", "abc👩\u200d🚀", 5, "text", 3],
  ["marks that a phone drops take no place", "41\u200b5\u20665550134", 5, "phone", 7],
  ["the same marks of a name do", "41\u200b5\u20665550134", 5, "text", 5],
  ["all of a text that fits", "Abc", 3, "text", 3],
] as const)("end of the kept part of a typed text: %s", (_, text, limit, kind, end) => {
  expect(endOfKept(text, limit, kind)).toBe(end);
});
