import { expect, test } from "vitest";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { figuresOf } from "../today/summary.ts";
import { hotFirst, toCallFirst } from "./order.ts";

const may = { call: "allowed", text: "allowed", email: "allowed" } as const;
const person = (name: string, more: Partial<DayPerson> = {}): DayPerson => ({
  ...{ id: name, status: "confirmed", name, station: "s", event: null, at: "2026-11-28T10:00:00Z", may },
  ...more,
});
const hot = { temperature: { tag: "Hot", place: 0 } };
const people = [
  person("unknown"),
  person("agent, soon, hot", { hasAgent: true, buyingTimeFrame: "1-3", ...hot }),
  person("later, hot", { hasAgent: false, buyingTimeFrame: "6-12", ...hot }),
  person("soon", { hasAgent: false, buyingTimeFrame: "1-3" }),
  person("sells soon, warm", { sellingTimeFrame: "1-3", temperature: { tag: "Warm", place: 1 } }),
];

test("Today: the hottest first, then without an agent, then the soonest", () => {
  expect(hotFirst(people).map(({ name }) => name)).toEqual([
    "later, hot",
    "agent, soon, hot",
    "sells soon, warm",
    "soon",
    "unknown",
  ]);
});

test("call list: people who can be contacted first, among them the hottest; those who want no contact last", () => {
  const no = { call: "refused", text: "refused", email: "refused" } as const;
  const callable = people.map((one) => ({ ...one, phone: "415 555 0134" }));
  const others = [person("no contact, hot", { ...hot, phone: "415 555 0135", may: no }), person("no number, hot", hot)];
  expect(toCallFirst([...others, ...callable]).map(({ name }) => name)).toEqual([
    "later, hot",
    "agent, soon, hot",
    "sells soon, warm",
    "soon",
    "unknown",
    "no number, hot",
    "no contact, hot",
  ]);
});

test("summary for the seller: time frames of nobody are left out, and all when not all people are listed", () => {
  const counts = { groups: 6, signedIn: 5, withAgent: 1, waiting: 0, inLofty: 5, needsYou: 0 };
  expect(figuresOf(counts, { people, isWhole: true }, ["1-3", "3-6", "6-12"])).toEqual({
    ...{ groups: 6, signedIn: 5, withAgent: 1, left: 1 },
    frames: [
      { frame: "1-3", count: 2 },
      { frame: "6-12", count: 1 },
    ],
  });
  expect(figuresOf(counts, { people, isWhole: false }, ["1-3"])).toMatchObject({ signedIn: 5, frames: [] });
});
