import { expect, test } from "vitest";
import { isEmail, mendedEmail, sameEmail } from "./email.ts";
import { normalise } from "./normalise.ts";

test.each([
  "ann@example.com",
  "ann.lee+tag@sub.example.co.uk",
  "o'neil@example.com",
  "{ann}!#$%&*/=?^_`|~@example.com",
  "ümit@bücher.example",
  "用户@例子.中国",
  "ann_lee@my_host.example",
])("%s is valid and needs no correction", (text) => {
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
])("%j is invalid, and the correction is %s", (text, meant) => {
  expect(isEmail(text)).toBe(false);
  expect(mendedEmail(text)).toBe(meant);
  expect(isEmail(meant)).toBe(true);
});

test.each(["ann", "ann@example", "@example.com", "ann@example.com, bob@example.com", "n/a", "", "ann@"])(
  "%j is invalid and has no correction",
  (text) => {
    expect(isEmail(text)).toBe(false);
    expect(mendedEmail(text)).toBeUndefined();
  },
);

test("two spellings of one address are equal", () => {
  expect(sameEmail("Ann@Example.com\u200b", " ann@exam\u00adple.com")).toBe(true);
  expect(sameEmail("ann@example.com", "ann@example.co")).toBe(false);
});

test.each(["john sample@example.com", "mary ann@example.com", '"ada lovelace"@example.com'])(
  "%j: the words before the address may belong to it, so none is offered",
  (text) => expect(mendedEmail(text)).toBeUndefined(),
);

test("a joiner stays between letters that it joins, and goes elsewhere", () => {
  const joined = "x@نامه\u200cای.example";
  expect(normalise(joined, "email")).toBe(joined);
  expect(normalise("ada\u200c@ex\u200dample.com", "email")).toBe("ada@example.com");
});
