import { describe, test } from "vitest";
import { attributeValueHolds, selected } from "./attributeValue.ts";
import { characters, isBlank, isolated, isolatedAlways } from "./characters.ts";
import { parseDate } from "./date.ts";
import { emailKey, isEmail, mendedEmail } from "./email.ts";
import { exactTime, manyLines, oneLine } from "./submission/envelope.ts";
import type { Kind } from "./kinds.ts";
import { judge } from "./station/judge.ts";
import { rules } from "./kinds.ts";
import { measure } from "./measure.ts";
import { splitName, withoutTurns } from "./names.ts";
import { normalise } from "./normalise.ts";
import { firstPhoneIn, isPhone, phoneDigits, phonesIn, shortPhone } from "./phone.ts";
import { shorten } from "./shorten.ts";
import { stamp } from "./submission/stamp.ts";
import { put } from "./testing/arbitraryLead.ts";
import { expectLinear, filled, hostile, hostileTexts } from "./testing/scaling.ts";
import { stationOf } from "./testing/stationOf.ts";
import { tidy } from "./tidy.ts";
import { toWire } from "./wire.ts";

const desk = stationOf("desk");
const now = () => new Date("2026-11-22T12:00:00Z");

const expectAllLinear = (name: string, run: (text: string) => unknown) => {
  for (const { name: text, of } of hostile)
    expectLinear(`${name} ${text}`, (length) => {
      const one = of(length);
      return () => run(one);
    });
};

/** Kinds with the same code for validation and normalization are measured once. */
const kinds = [
  ...new Map(
    Object.entries(rules).map(([kind, rule]) => [
      `${String(rule)} ${String(Object.values(characters(kind as Kind)))}`,
      [kind as Kind, rule] as const,
    ]),
  ).values(),
];

describe("hostile text: double length takes at most 2.5 times as long", () => {
  test.each(kinds)("rule of the kind %s", (kind, ruleOf) => {
    const rule = ruleOf({ options: ["a"] }, now);
    expectAllLinear(kind, (text) => rule.safeParse(text));
  });

  test.each<readonly [string, (text: string) => unknown]>([
    ["normalise a text", (text) => normalise(text)],
    ["normalise an email", (text) => normalise(text, "email")],
    ["isBlank", isBlank],
    ["isolated", isolated],
    ["isolatedAlways", isolatedAlways],
    ["isEmail", isEmail],
    ["emailKey", emailKey],
    ["mendedEmail", mendedEmail],
    ["isPhone", isPhone],
    ["phoneDigits", phoneDigits],
    ["phonesIn", phonesIn],
    ["shortPhone", (text) => shortPhone(text, 20)],
    ["firstPhoneIn", firstPhoneIn],
    ["splitName", splitName],
    ["withoutTurns", withoutTurns],
    ["shorten", (text) => shorten(text, 30)],
    ["shorten of a note", (text) => shorten(text, 2_000)],
    ["measure", (text) => measure(text, 30)],
    ["measure of a note", (text) => measure(text, 2_000)],
    ["measure of a phone", (text) => measure(text, 20, "phone")],
    ["parseDate", parseDate],
    ["selected", selected],
    ["an attribute's value", (text) => Object.values(attributeValueHolds).map((holds) => holds(text))],
    ["one line of the envelope", (text) => oneLine(200).safeParse(text)],
    ["many lines of the envelope", (text) => manyLines(200).safeParse(text)],
    ["a time", (text) => exactTime.safeParse(text)],
  ])("%s", expectAllLinear);

  test.each(["firstName", "emails.0", "phones.0", "content", "tagsAdd.0", "referredBy", "unknown.a"])(
    "a whole lead with hostile text at %s: tidy, judge, stamp, write",
    (path) => {
      const [head = "", index] = path.split(".");
      for (const part of hostileTexts)
        expectLinear(`${path} ${JSON.stringify(part)}`, (length) => {
          const text = filled(part, length);
          const draft = index === "0" ? { [head]: [text] } : put({}, path, text);
          return () => {
            judge({ firstName: "Ann", ...draft }, desk, now);
            toWire(stamp(tidy(draft) as never, desk));
          };
        });
    },
  );
});

describe("many small answers: double count takes at most 2.5 times as long", () => {
  const row = (index: number) => ({ attributeName: `Own ${index}`, attributeType: "text", value: "x" });
  test.each<readonly [string, (count: number) => object]>([
    ["unknown keys", (count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]))],
    [
      "custom attributes",
      (count) => ({ customAttributeList: Array.from({ length: count }, (_, index) => row(index)) }),
    ],
    ["wrong emails", (count) => ({ emails: Array.from({ length: count }, () => "a") })],
    ["tags", (count) => ({ tagsAdd: Array.from({ length: count }, (_, index) => `t${index}`) })],
    ["family members", (count) => ({ leadFamilyMemberList: Array.from({ length: count }, () => ({})) })],
  ])("%s", (name, of) => {
    expectLinear(name, (length) => {
      const draft = { firstName: "Ann", ...of(length / 16) };
      return () => judge(draft, desk, now);
    });
  });
});
