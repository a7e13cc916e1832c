import { expect, test } from "vitest";
import { endsToken, tokensPasted, tokensTyped } from "./tokens.ts";

const known = ["Open House", "Sample tag with a comma, and more", "Café"];

test.each([
  ["one, two", ["one", "two"]],
  ["一、二，三", ["一", "二", "三"]],
  ["one، two", ["one", "two"]],
  ["one; two", ["one; two"]],
  ["Sample tag with a comma, and more", ["Sample tag with a comma, and more"]],
  ["sample TAG with a comma,and more", ["Sample tag with a comma, and more"]],
  ["Hot, Sample tag with a comma, and more, Cold", ["Hot", "Sample tag with a comma, and more", "Cold"]],
  ["Sample tag with a comma, and less", ["Sample tag with a comma", "and less"]],
  ["open  house", ["Open House"]],
  ["cafe", ["Café"]],
  ["Open House Sunday", ["Open House Sunday"]],
  ["House", ["House"]],
  [" , ,", []],
])("typed: %j", (text, tokens) => expect(tokensTyped(text, known)).toEqual(tokens));

test("two known tags that differ only in case: an exact match wins, any other text stays as typed", () => {
  expect(tokensTyped("hot, Hot, HOT", ["hot", "Hot"])).toEqual(["hot", "Hot", "HOT"]);
});

test("pasted: also splits at lines, tabs and semicolons", () => {
  expect(tokensPasted("one;two\nthree\tfour；five, Sample tag with a comma, and more", known)).toEqual([
    ...["one", "two", "three", "four", "five"],
    "Sample tag with a comma, and more",
  ]);
});

test.each([
  ["Hot,", true],
  ["热，", true],
  ["热、", true],
  ["Hot", false],
  ["Sample tag with a comma,", false],
  ["Sample tag,", true],
  ["a, b", false],
])("%j ends a token: %s", (typed, ends) => expect(endsToken(typed, known)).toBe(ends));
