import { expect, test } from "vitest";
import type { Ask } from "../crm/crm.ts";
import type { Reply } from "../crm/outcome.ts";
import { recognitionOf, type Known } from "./recognition.ts";

const known: Known = { leadId: "7", email: "ana@example.com" };
const ana = { leadId: 7, emails: [known.email] };
const other: Known = { leadId: "9", email: "bo@example.com" };
const bo = { leadId: 9, emails: ["bo@example.com"] };
type Crm = (email: string | null) => readonly object[] | Reply;

const works: Crm = (email) => (email === known.email ? [ana] : []);
const ignored: Crm = () => [bo, ana];
const findsNobody: Crm = () => [];
const down: Crm = () => ({ kind: "unsent", reason: "away" });

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

async function account(first: Crm, { recalls = true, isGone = false, recalled = [known, other] } = {}) {
  let crm = first;
  const waiting: { ms: number; run: () => void }[] = [];
  const log: object[] = [];
  const asked: string[] = [];
  const ask: Ask = async (_method, path) => {
    asked.push(path);
    if (path === "/v1.0/leads/9") return { kind: "answered", body: { lead: bo } };
    if (path === "/v1.0/leads/7")
      return isGone ? { kind: "refused", status: 404, reason: "crm-20006" } : { kind: "answered", body: { lead: ana } };
    const answer = crm(new URLSearchParams(path.split("?")[1]).get("email"));
    return "kind" in answer ? answer : { kind: "answered", body: { leads: answer } };
  };
  const after = (ms: number, run: () => void) => {
    const timer = { ms, run };
    waiting.push(timer);
    return () => void waiting.splice(0, Infinity, ...waiting.filter((one) => one !== timer));
  };
  const recognition = recognitionOf({
    ask,
    after,
    recall: async () => (recalls ? recalled : []),
    log: (_event, facts) => void log.push(facts),
  });
  await settle();
  return {
    recognition,
    log,
    asked,
    nextMs: () => waiting.map(({ ms }) => ms),
    change: (to: Crm) => void (crm = to),
    later: async () => {
      waiting.shift()?.run();
      await settle();
    },
  };
}
const day = 24 * 60 * 60_000;

test.each<[name: string, crm: Crm, answer: boolean | undefined]>([
  ["an address that exists finds its person, one that cannot finds nobody", works, true],
  ["both are answered alike: everybody", ignored, false],
  ["both are answered alike: nobody, though the person is there", findsNobody, false],
  ["nothing is answered", down, undefined],
])("%s: %s", async (_name, crm, answer) => {
  const { recognition, log, nextMs } = await account(crm);
  expect(recognition.works()).toBe(answer);
  expect(log).toEqual(answer === undefined ? [] : [{ works: answer }]);
  expect(nextMs()).toEqual([answer === true ? day : 600_000]);
});

test("one person whom the search misses proves nothing while it finds another", async () => {
  const missed: Crm = (email) => (email === "bo@example.com" ? [bo] : []);
  expect((await account(missed)).recognition.works()).toBe(true);
  expect((await account(findsNobody, { recalled: [known] })).recognition.works()).toBeUndefined();
});

test("an empty result for a person who left the CRM proves nothing", async () => {
  expect((await account(findsNobody, { isGone: true })).recognition.works()).toBeUndefined();
});

test("no known email: asks only for the impossible one until a lead was read back", async () => {
  const { recognition, later, asked } = await account(works, { recalls: false });
  expect([recognition.works(), asked.length]).toEqual([undefined, 1]);
  recognition.met(known);
  await later();
  expect(recognition.works()).toBe(true);
});

test("ignores one odd response, checks a doubt at once, and notices when the filter works again", async () => {
  const { recognition, change, later, log } = await account(works);
  let odd = 1;
  change((email) => (odd-- > 0 ? ignored(email) : works(email)));
  recognition.doubt();
  await settle();
  expect(recognition.works()).toBe(true);
  change(ignored);
  recognition.doubt();
  await settle();
  expect(recognition.works()).toBe(false);
  change(works);
  await later();
  expect(recognition.works()).toBe(true);
  expect(log).toEqual([{ works: true }, { works: false }, { works: true }]);
});
