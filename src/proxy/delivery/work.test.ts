import { expect, test } from "vitest";
import { entryWith, now } from "../testing/entryWith.ts";
import { clockOf } from "./clock.ts";
import type { Ask } from "./crm.ts";
import { marked } from "./machine.ts";
import type { Reply } from "./outcome.ts";
import { workFor } from "./work.ts";

const id = "00000000-0000-4000-8000-000000000001";
const ana = { firstName: "Ana", lastName: "Sample", emails: ["ana@example.com"] };
const lead = JSON.stringify({ ...ana, tagsAdd: ["Open House"], content: `-- foyer\nref ${id}` });

/** Work over a CRM whose list of people is answered like this; `wrote` are the requests that change something. */
function account(list: Reply | ((email: string) => Reply), updateKnownPeople = true, crmAheadMs?: number) {
  const recognition = { works: () => undefined, doubt: () => undefined, met: () => undefined };
  const wrote: string[] = [];
  const ask: Ask = async (method, path) => {
    if (method !== "GET") wrote.push(`${method} ${path}`);
    const email = new URLSearchParams(path.split("?")[1]).get("email") ?? "";
    if (path.startsWith("/v1.0/leads?")) return typeof list === "function" ? list(email) : list;
    if (method === "GET" && path === "/v1.0/leads/7")
      return { kind: "answered", body: { lead: { leadId: 7, ...ana } } };
    return { kind: "answered", body: method === "GET" ? { notes: [] } : { leadId: 8 } };
  };
  const gate = { enter: async () => true, send: ask, ask: () => ask };
  const work = workFor({
    gate,
    station: () => ({ updateKnownPeople, whenUnrecognized: "create" }),
    recognition,
    clock: clockOf(() => now, 1),
    crmAheadMs: () => crmAheadMs,
    mark: async (entry) => ({ ...entry, ...marked(entry) }),
  });
  return { work, wrote };
}
const people = (...leads: readonly object[]): Reply => ({ kind: "answered", body: { leads } });
/** Whoever is asked for: pages without end of people just made. */
const everybody = people(
  ...Array.from({ length: 25 }, (_, index) => ({
    leadId: 900 + index,
    firstName: "Bo",
    emails: ["bo@example.com"],
    createTime: now + 1_000,
  })),
);
const forbidden: Reply = { kind: "refused", status: 403, reason: "crm-200100" };
const resent = { lead, attempts: 1, resends: 1 };

test("a resend that may have arrived is not sent blind, however long the look-ups stay unclear", async () => {
  const { work, wrote } = account(everybody);
  for (const misses of [0, 5, 39])
    expect((await work.accepted(entryWith({ ...resent, misses })))?.change).toMatchObject({
      status: "accepted",
      misses: misses + 1,
    });
  const last = await work.accepted(entryWith({ ...resent, misses: 40 }));
  expect(last?.change).toMatchObject({ status: "parked", reason: "cannot-look-up" });
  const refused = account(forbidden);
  expect((await refused.work.accepted(entryWith(resent)))?.change).toMatchObject({ status: "parked" });
  expect([...wrote, ...refused.wrote]).toEqual([]);
});

test("a resend that was allowed because the person is added to does not create once they are not", async () => {
  const alike = people({ leadId: 7, ...ana });
  const { work, wrote } = account(alike, false);
  expect((await work.accepted(entryWith(resent)))?.change).toMatchObject({ status: "unknown" });
  expect(wrote).toEqual([]);
  const adding = account(alike);
  await adding.work.accepted(entryWith(resent));
  expect(adding.wrote).toContain("POST /v1.0/notes");
  expect(adding.wrote).not.toContain("POST /v1.0/leads");
});

const minute = 60_000;

test.each([
  ["ten minutes ago", 10 * minute, 240, 0, "accepted"],
  ["ten minutes ago, and our clock may have been set since", 10 * minute, 60, 0, "unknown"],
  ["by a clock eight years ahead", -250_000_000_000, 240, 0, "unknown"],
  ["ten minutes ago by a clock that is three hours ahead", 10 * minute, 60, -180 * minute, "unknown"],
  ["ten minutes ago, and the CRM tells no time", 10 * minute, 240, undefined, "unknown"],
])("only others are listed: a lead accepted %s", async (_when, ago, minutesBack, crmAheadMs, status) => {
  const list = Array.from({ length: 25 }, (_, index) => ({
    leadId: 900 + index,
    firstName: "Bo",
    emails: ["bo@example.com"],
    createTime: now + (crmAheadMs ?? 0) - (index * minutesBack * minute) / 24,
  }));
  const { work } = account(people(...list), true, crmAheadMs);
  const entry = entryWith({ lead, status: "unknown", attempts: 1, looks: 3, acceptedAt: now - ago });
  expect((await work.unknown(entry))?.change).toMatchObject({ status });
});

test("what was never sent, or what a person says is not there, is sent though look-ups stay unclear or forbidden", async () => {
  for (const list of [everybody, forbidden])
    for (const values of [{ lead }, { lead, attempts: 1, resends: 2 }]) {
      const { work, wrote } = account(list);
      await work.accepted(entryWith({ ...values, misses: 5 }));
      expect(wrote).toEqual(["POST /v1.0/leads"]);
    }
});

test("emails of two people: the one of that name is added to, and staff are told of the other", async () => {
  const both = { ...ana, emails: ["bo@example.com", "ana@example.com"], content: `-- foyer\nref ${id}` };
  const bo = { leadId: 9, firstName: "Bo", lastName: "Sample", emails: ["bo@example.com"] };
  const other = { leadId: 7, ...ana };
  const { work, wrote } = account((email) => people(...[bo, other].filter(({ emails }) => emails.includes(email))));
  const entry = entryWith({ lead: JSON.stringify(both) });
  const sent = await work.accepted(entry);
  expect(sent?.change).toMatchObject({ status: "delivered", leadId: "7", reason: "known-person" });
  expect(wrote.filter((request) => request.startsWith("PUT")).join()).not.toContain("/9");
  const reread = await work.delivered({ ...entry, ...sent?.change });
  expect(reread.change).toMatchObject({ status: "confirmed", samePhoneAs: "Bo Sample" });
});
