import { test } from "vitest";
import { expectLinear, hostile } from "#lead/testing/scaling.ts";
import { reaches } from "../../lead/duplicates/reaches.ts";
import { folded, named, ranked } from "../../ui/match.ts";
import { choicesOf } from "../answers/choices.ts";
import { likelyDates, readBoxes } from "../answers/dates.ts";
import { formatNumber, likelyNumbers, parseNumber } from "../answers/numbers.ts";
import { pasted } from "../answers/pasted.ts";
import { endsToken, tokensPasted, tokensTyped } from "../answers/tokens.ts";

const now = new Date("2026-11-22T12:00:00Z");
const states = choicesOf("state", { stages: [], tags: [], agents: [], offices: [], attributes: [] }, undefined);
const tags = ["Open House", "Sample tag with a comma, and more"];

test.each<readonly [string, (text: string) => unknown]>([
  ["tokens typed", (text) => tokensTyped(text, tags)],
  ["tokens pasted", (text) => tokensPasted(text, tags)],
  ["the end of a token", (text) => endsToken(text, tags)],
  ["a list of emails pasted", (text) => pasted(text, "email")],
  ["a list of phones pasted", (text) => pasted(text, "phone")],
  ["a number", (text) => parseNumber(text, "en-US", "money")],
  ["likely numbers", (text) => likelyNumbers(text, "en-US", "money")],
  ["likely decimals", (text) => likelyNumbers(text, "de-DE", "decimal")],
  ["a formatted number", (text) => formatNumber(text, "en-US")],
  ["likely dates", (text) => likelyDates(text, true, now, "en")],
  ["a date's boxes", readBoxes],
  ["a folded text", folded],
  ["the options of a list", (text) => ranked(states, text)],
  ["the choices that a text names", (text) => named(states, text, true)],
  ["the emails and phones for the search of duplicates", (text) => reaches([text], [text])],
])("%s: hostile text of double length takes at most 2.5 times as long", (name, run) => {
  for (const { name: text, of } of hostile)
    expectLinear(`${name} ${text}`, (length) => {
      const one = of(length);
      return () => run(one);
    });
});
