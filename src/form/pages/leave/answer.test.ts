import { expect, test } from "vitest";
import { answersOf, type Facts, type Other } from "./answer.ts";

const tablet: Other = { name: "Hall tablet", unsent: 0, contact: "heard", silentMs: 1 };
const done: Facts = { here: 0, counts: { waiting: 0, needsYou: 0 }, others: [tablet] };
const late: Other = { ...tablet, unsent: 3 };
const silent: Other = { name: "Phone", unsent: 0, contact: "silent", silentMs: 120_000 };
const revoked: Other = { ...silent, name: "Old phone", contact: "revoked" };

test.each<[string, Partial<Facts>, object[]]>([
  ["nothing waits anywhere", {}, [{ is: "allIn" }]],
  ["leads on this device, no network", { here: 3, counts: undefined }, [{ is: "here", count: 3 }]],
  ["no network, nothing here", { counts: undefined }, [{ is: "unknown" }]],
  ["another device was not heard from", { others: [silent] }, [{ is: "silent", name: "Phone", silentMs: 120_000 }]],
  ["a silent device is put away", { others: [{ ...silent, contact: "away" }] }, [{ is: "allIn" }]],
  ["a revoked device may hold leads", { others: [revoked] }, [{ is: "revoked", name: "Old phone" }]],
  [
    "a revoked device last said that it has leads",
    { others: [{ ...revoked, unsent: 2 }] },
    [{ is: "there", count: 2, name: "Old phone", contact: "revoked" }],
  ],
  [
    "leads that need a person count beside those on the way",
    { counts: { waiting: 2, needsYou: 4 } },
    [
      { is: "needsYou", count: 4 },
      { is: "waiting", count: 2 },
    ],
  ],
  [
    "everything at once",
    { here: 5, counts: { waiting: 2, needsYou: 1 }, others: [silent, late, { ...silent, name: "Phone 2" }, revoked] },
    [
      { is: "here", count: 5 },
      { is: "there", count: 3, name: "Hall tablet", contact: "heard" },
      { is: "needsYou", count: 1 },
      { is: "waiting", count: 2 },
      { is: "revoked", name: "Old phone" },
      { is: "silent", name: "Phone", silentMs: 120_000 },
      { is: "silent", name: "Phone 2", silentMs: 120_000 },
    ],
  ],
])("%s", (_, facts, expected) => {
  expect(answersOf({ ...done, ...facts })).toEqual(expected);
});
