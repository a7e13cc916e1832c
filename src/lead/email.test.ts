import { expect, test } from "vitest";
import { isEmail, mendedEmail, sameEmail } from "./email.ts";

test.each([
  "ann@example.com",
  "ann.lee+tag@sub.example.co.uk",
  "o'neil@example.com",
  "{ann}!#$%&*/=?^_`|~@example.com",
  "ümit@bücher.example",
  "用户@例子.中国",
  "ann_lee@my_host.example",
])("%s is an address", (text) => {
  expect(isEmail(text)).toBe(true);
  expect(mendedEmail(text)).toBeUndefined();
});

test.each([
  ["mailto:ann@example.com", "ann@example.com"],
  ["MAILTO:ann@example.com?subject=Hello", "ann@example.com"],
  ["<ann@example.com>", "ann@example.com"],
  ["＜ann@example.com＞", "ann@example.com"],
  ["<ann@example.com", "ann@example.com"],
  ['"Ann" <ann@example.com>', "ann@example.com"],
  ["Sample, Ann <ann@example.com>", "ann@example.com"],
  ["ann@example.com <mailto:ann@example.com>", "ann@example.com"],
  ["[ann@example.com](mailto:ann@example.com)", "ann@example.com"],
  ["(ann@example.com)", "ann@example.com"],
  ["'ann@example.com'", "ann@example.com"],
  ['"ann@example.com"', "ann@example.com"],
  ["“ann@example.com”", "ann@example.com"],
  ["«ann@example.com»", "ann@example.com"],
  ["„ann@example.com“", "ann@example.com"],
  ["o’neil@example.com", "o'neil@example.com"],
  ["ann–lee@example.com", "ann-lee@example.com"],
  ["a..b@example.com", "a.b@example.com"],
  ["ann@example..com", "ann@example.com"],
  [".ann@example.com", "ann@example.com"],
  ["ann.@example.com", "ann@example.com"],
  ["ann@.example.com", "ann@example.com"],
  ["ann@@example.com", "ann@example.com"],
  ["ann@example.com.", "ann@example.com"],
  ["ann@example.com,", "ann@example.com"],
  ["ann@example.com;", "ann@example.com"],
  ["ann@example,com", "ann@example.com"],
  ["ann＠example．com", "ann@example.com"],
  ["ann@example。com", "ann@example.com"],
  ["ａｎｎ@ｅｘａｍｐｌｅ.com", "ann@example.com"],
  ["ann @ example.com", "ann@example.com"],
  ["ann@example .com", "ann@example.com"],
  ["ann@exa mple.com", "ann@example.com"],
  ["ann at example dot com", "ann@example.com"],
  ["ann [at] example [dot] com", "ann@example.com"],
  ["Email: ann@example.com", "ann@example.com"],
  ["\u200b<ann@example.com\u200b>", "ann@example.com"],
])("%j is none, and %s is likely meant", (text, meant) => {
  expect(isEmail(text)).toBe(false);
  expect(mendedEmail(text)).toBe(meant);
  expect(isEmail(meant)).toBe(true);
});

test.each(["ann", "ann@example", "@example.com", "ann@example.com, bob@example.com", "n/a", "", "ann@"])(
  "%j may mean anything",
  (text) => {
    expect(isEmail(text)).toBe(false);
    expect(mendedEmail(text)).toBeUndefined();
  },
);

test("spellings of one address are equal", () => {
  expect(sameEmail("Ann@Example.com\u200b", " ann@exam\u00adple.com")).toBe(true);
  expect(sameEmail("ann@example.com", "ann@example.co")).toBe(false);
});
