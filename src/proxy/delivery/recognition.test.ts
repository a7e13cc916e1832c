import { expect, test } from "vitest";
import type { Ask } from "./crm.ts";
import type { Reply } from "./outcome.ts";
import { recognitionOf, type Known } from "./recognition.ts";

const known: Known = { leadId: "7", email: "ana@example.com" };
const ana = { leadId: 7, emails: [known.email] };
const bo = { leadId: 9, emails: ["bo@example.com"] };
type Crm = (email: string | null) => readonly object[] | Reply;

const works: Crm = (email) => (email === known.email ? [ana] : []);
const ignored: Crm = () => [bo, ana];
const findsNobody: Crm = () => [];
const down: Crm = () => ({ kind: "unsent", reason: "crm-down" });

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

async function account(first: Crm, { recalls = true, isGone = false } = {}) {
  let crm = first;
  const waiting: { ms: number; run: () => void }[] = [];
  const log: object[] = [];
  const asked: string[] = [];
  const ask: Ask = async (_method, path) => {
    asked.push(path);
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
    recall: async () => (recalls ? known : undefined),
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

test("nobody is found because the person is gone from the CRM: that says nothing", async () => {
  expect((await account(findsNobody, { isGone: true })).recognition.works()).toBeUndefined();
});

test("without an address only the one that cannot exist is asked for, until a lead was read back", async () => {
  const { recognition, later, asked } = await account(works, { recalls: false });
  expect([recognition.works(), asked.length]).toEqual([undefined, 1]);
  recognition.met(known);
  await later();
  expect(recognition.works()).toBe(true);
});

test("one odd answer is no rule; a doubt is tried at once, and a filter that works again is noticed", async () => {
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
