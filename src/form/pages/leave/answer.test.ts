import { expect, test } from "vitest";
import { answerOf, longestSilenceMs, type Facts } from "./answer.ts";

const done: Facts = {
  here: 0,
  counts: { waiting: 0, needsYou: 0 },
  others: [{ name: "Tablet", unsent: 0, silentMs: longestSilenceMs }],
};
const tablet = { name: "Hall tablet", unsent: 3, silentMs: 0 };
const silent = { name: "Phone", unsent: 0, silentMs: longestSilenceMs + 1 };

test.each<[string, Partial<Facts>, object]>([
  ["nothing waits anywhere", {}, { is: "allIn" }],
  ["leads on this device", { here: 3, counts: { waiting: 1, needsYou: 1 } }, { is: "here", count: 3 }],
  ["leads on this device, no network", { here: 3, counts: undefined }, { is: "here", count: 3 }],
  ["no network, nothing here", { counts: undefined }, { is: "unknown" }],
  ["another device last said that it has leads", { others: [tablet] }, { is: "there", count: 3, name: "Hall tablet" }],
  ["another device was not heard from for minutes", { others: [silent] }, { is: "silent", name: "Phone" }],
  ["one is silent, another has leads", { others: [silent, tablet] }, { is: "there", count: 3, name: "Hall tablet" }],
  ["leads wait in the proxy", { counts: { waiting: 2, needsYou: 1 } }, { is: "waiting", count: 2 }],
  ["a lead needs a person", { counts: { waiting: 0, needsYou: 1 } }, { is: "needsYou", count: 1 }],
])("%s", (_, facts, expected) => {
  expect(answerOf({ ...done, ...facts })).toEqual(expected);
});
