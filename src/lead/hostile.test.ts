import { describe, test } from "vitest";
import { isBlank, isolated } from "./characters.ts";
import { isEmail, mendedEmail } from "./email.ts";
import type { Field, Kind } from "./field.ts";
import { judge } from "./judge.ts";
import { rules } from "./kinds.ts";
import { measure } from "./measure.ts";
import { normalise } from "./normalise.ts";
import { isPhone, phoneDigits, phonesIn } from "./phone.ts";
import { stamp } from "./stamp.ts";
import { put } from "./testing/arbitraryLead.ts";
import { expectLinear, filled, hostileTexts } from "./testing/scaling.ts";
import { stationOf } from "./testing/stationOf.ts";
import { tidy } from "./tidy.ts";
import { toWire } from "./wire.ts";

const desk = stationOf("desk");
const now = () => new Date("2026-11-22T12:00:00Z");
const shown = (part: string) => JSON.stringify(part).slice(0, 40);
/** Ended by what no rule takes, alone and behind the beginning of an address. */
const texts = hostileTexts.flatMap((part) =>
  ["", "a@b."].map((start) => [part, (length: number) => `${start}${filled(part, length)}"`] as const),
);

describe("64 kB of hostile text: twice as much takes at most 2.5 times as long", () => {
  test.each(Object.entries(rules))("the rule of the kind %s, and its normalisation", (kind, ruleOf) => {
    const field: Field = { path: "x", kind: kind as Kind, options: ["a"] };
    const rule = ruleOf(field, now);
    for (const [part, of] of texts) {
      expectLinear(`${kind} ${shown(part)}`, (length) => {
        const text = of(length);
        return () => rule.safeParse(normalise(text, kind as Kind));
      });
    }
  });

  test.each<readonly [string, (text: string) => unknown]>([
    ["isBlank", isBlank],
    ["isolated", isolated],
    ["isEmail", isEmail],
    ["mendedEmail", mendedEmail],
    ["isPhone", isPhone],
    ["phoneDigits", phoneDigits],
    ["phonesIn", phonesIn],
    ["measure", (text) => measure(text, 30)],
    ["measure of a note", (text) => measure(text, 30_000)],
  ])("%s", (name, run) => {
    for (const [part, of] of texts) {
      expectLinear(`${name} ${shown(part)}`, (length) => {
        const text = of(length);
        return () => run(text);
      });
    }
  });

  test.each(["firstName", "emails.0", "phones.0", "content", "tagsAdd.0", "referredBy", "unknown.a"])(
    "a whole lead with it at %s is tidied, judged, stamped and written",
    (path) => {
      for (const part of hostileTexts) {
        expectLinear(`${path} ${shown(part)}`, (length) => {
          const text = filled(part, length);
          const [head = "", index] = path.split(".");
          const draft = index === "0" ? { [head]: [text] } : put({}, path, text);
          return () => {
            judge({ firstName: "Ann", ...draft }, desk, now);
            toWire(stamp(tidy(draft) as never, desk));
          };
        });
      }
    },
  );
});

describe("many small answers: twice as many take at most 2.5 times as long", () => {
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
