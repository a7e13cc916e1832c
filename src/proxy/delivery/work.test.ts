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
function account(list: Reply, updateKnownPeople = true) {
  const wrote: string[] = [];
  const ask: Ask = async (method, path) => {
    if (method !== "GET") wrote.push(`${method} ${path}`);
    if (method === "GET" && path.startsWith("/v1.0/leads?")) return list;
    return { kind: "answered", body: method === "GET" ? { notes: [] } : { leadId: 8 } };
  };
  const gate = {
    enter: async () => true,
    send: ask,
    ask: () => ask,
    lanes: () => 8,
    closed: () => undefined,
    credentialRefused: () => false,
  };
  const work = workFor({
    gate,
    station: () => ({ updateKnownPeople }),
    clock: clockOf(() => now, 1),
    mark: async (entry) => ({ ...entry, ...marked(entry) }),
  });
  return { work, wrote };
}
const people = (...leads: readonly object[]): Reply => ({ kind: "answered", body: { leads } });
const everybody = people({ leadId: 9, firstName: "Bo", emails: ["bo@example.com"] });
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

test("what was never sent, or what a person says is not there, is sent though look-ups stay unclear or forbidden", async () => {
  for (const list of [everybody, forbidden])
    for (const values of [{ lead }, { lead, attempts: 1, resends: 2 }]) {
      const { work, wrote } = account(list);
      await work.accepted(entryWith({ ...values, misses: 5 }));
      expect(wrote).toEqual(["POST /v1.0/leads"]);
    }
});
