import { expect, test } from "vitest";
import type { Permission } from "#lead/submission/ways.ts";
import { shownWays } from "./shownWays.ts";

const [yes, no, open] = ["allowed", "refused", "unticked"] as const;
const shown = (call: Permission, text: Permission, email: Permission, reach: { phone?: string; email?: string }) =>
  shownWays({ ...reach, may: { call, text, email } }).map((one) => ("words" in one ? one.words : one.href));
const both = { phone: "(415) 555-0134", email: "ana@example.com" };

test.each<[Permission, Permission, Permission, object, string[]]>([
  [yes, yes, yes, both, ["tel:4155550134", "sms:4155550134"]],
  [no, yes, yes, both, ["noCalls", "sms:4155550134"]],
  [open, yes, open, both, ["noCalls", "sms:4155550134"]],
  [yes, no, yes, both, ["tel:4155550134", "noTexts"]],
  [no, no, yes, both, ["emailOnly", "mailto:ana@example.com"]],
  [open, no, yes, both, ["emailOnly", "mailto:ana@example.com"]],
  [no, no, no, both, ["noContact"]],
  [open, no, open, both, ["noneAllowed"]],
  [yes, yes, yes, { email: "ana@example.com" }, ["emailOnly", "mailto:ana@example.com"]],
  [yes, yes, no, { email: "ana@example.com" }, ["noEmails"]],
  [open, yes, open, { email: "ana@example.com" }, ["noEmails"]],
  [no, no, yes, { phone: "415 555 0134" }, ["noCalls", "noTexts"]],
  [yes, yes, yes, { phone: "ask at the desk" }, ["noNumber"]],
  [yes, yes, yes, {}, ["noAddress"]],
])("call %s, text %s, email %s, with %j", (call, text, email, reach, expected) => {
  expect(shown(call, text, email, reach)).toEqual(expected);
});

test("a number keeps its plus and loses its extension; an address cannot add to a link", () => {
  expect(shown(yes, no, no, { phone: "+1 415-555-0134 ext. 12" })).toEqual(["tel:+14155550134", "noTexts"]);
  expect(shown(no, no, yes, { email: "a?body=x&cc=b@example.com" })).toEqual([
    "emailOnly",
    "mailto:a%3Fbody%3Dx%26cc%3Db@example.com",
  ]);
});
