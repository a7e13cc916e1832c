import { expect, test } from "vitest";
import { states } from "../question/answers/usStates.ts";
import { named, ranked, type Choice } from "./match.ts";

const list: readonly Choice[] = states.map(({ name, code }) => ({ value: name, words: name, also: code }));
const words = (choices: readonly Choice[]) => choices.map((choice) => choice.words);
const people = ["Sample Agent One", "Sample Agent Two", "Sample Agent Three", "Zoë O Sample"].map((name, index) => ({
  value: String(index + 1),
  words: name,
}));

test("every state: only its full name or its two letters match, no beginning and no part", () => {
  const names = new Set(states.flatMap(({ name, code }) => [name.toUpperCase().replaceAll(" ", ""), code]));
  for (const { name, code } of states) {
    for (const typed of [name, code, name.toLowerCase(), code.toLowerCase(), ` ${name} `, name.replaceAll(" ", "")])
      expect(words(named(list, typed, false)), typed).toEqual([name]);
    for (let start = 0; start < name.length; start++)
      for (let end = start + 1; end <= name.length; end++) {
        const part = name.slice(start, end).trim();
        if (part !== "" && !names.has(part.toUpperCase().replaceAll(" ", "")))
          expect(named(list, part, false), `${part} of ${name}`).toEqual([]);
      }
  }
});

test("every state: is offered after each typed letter", () => {
  for (const { name } of states)
    for (let end = 1; end <= name.length; end++) {
      const offered = words(ranked(list, name.slice(0, end)));
      expect(offered, name.slice(0, end)).toContain(name);
      if (end === name.length) expect(offered[0]).toBe(name);
    }
});

test.each([
  ["me", ["Maine"]],
  ["kansas", ["Kansas", "Arkansas"]],
  ["virginia", ["Virginia", "West Virginia"]],
  ["al", ["Alabama", "Alaska", "California"]],
  ["mexico", ["New Mexico"]],
])("%s: equal names first, then beginnings, then the rest", (typed, first) => {
  expect(words(ranked(list, typed)).slice(0, first.length)).toEqual(first);
});

test.each([
  ["sample agent one", true, ["Sample Agent One"]],
  ["Sample Agent T", true, ["Sample Agent Two", "Sample Agent Three"]],
  ["sample agent tw", true, ["Sample Agent Two"]],
  ["sample agent tw", false, []],
  ["agent t", true, []],
  ["zoe o", true, ["Zoë O Sample"]],
  ["zoeo sample", false, ["Zoë O Sample"]],
  ["3", true, ["Sample Agent Three"]],
  ["", true, []],
  ["   ", true, []],
  ["\u0301", true, []],
])("%j, by beginning %s: matches %j", (typed, byBeginning, found) => {
  expect(words(named(people, typed, byBeginning))).toEqual(found);
});

test("two people with the same name: both match", () => {
  const twins = [
    { value: "1", words: "Sam Sample" },
    { value: "2", words: "Sam Sample" },
  ];
  expect(named(twins, "Sam Sample", true)).toHaveLength(2);
});
