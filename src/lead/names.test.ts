import { expect, test } from "vitest";
import { splitName, withoutTurns } from "./names.ts";

test.each([
  ["Ada Sample", "Ada", "Sample"],
  ["Ada Maria Sample", "Ada Maria", "Sample"],
  ["Ada van der Sample", "Ada", "van der Sample"],
  ["Ada de la Sample", "Ada", "de la Sample"],
  ["Sample, Ada", "Ada", "Sample"],
  ["  Ada   Sample ", "Ada", "Sample"],
  // The family name comes first.
  ["山田 太郎", "太郎", "山田"],
  ["김 민수", "민수", "김"],
])("%j: first name %s, last name %s", (text, first, last) => expect(splitName(text)).toEqual({ first, last }));

test.each(["Ada", "", "Anne-Marie", "Ada,", "A, B, C"])("%j has no last name", (text) =>
  expect(splitName(text)).toBeUndefined(),
);

test("removes overrides, keeps joiners and right-to-left letters", () =>
  expect(withoutTurns("\u202eAda\u202c \u2067\u0645\u06cc\u200c\u062e\u2069")).toBe("Ada \u0645\u06cc\u200c\u062e"));
