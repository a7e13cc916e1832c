import { expect, test } from "vitest";
import { entryWith, now } from "../testing/entryWith.ts";
import { clockOf } from "../platform/clock.ts";
import type { Ask } from "../crm/crm.ts";
import { marked } from "./machine.ts";
import type { Reply } from "../crm/outcome.ts";
import { workFor } from "./work.ts";

const id = "00000000-0000-4000-8000-000000000001";
const ana = { firstName: "Ana", lastName: "Sample", emails: ["ana@example.com"] };
const lead = JSON.stringify({ ...ana, tagsAdd: ["Open House"], content: `-- foyer\nref ${id}` });

/** Work on a CRM that returns this list of people; `wrote` holds the requests that change something. */
function account(
  list: Reply | ((email: string, path: string) => Reply | undefined),
  updateKnownPeople = true,
  crmAheadMs?: number,
) {
  const recognition = { works: () => undefined, doubt: () => undefined, met: () => undefined };
  const wrote: string[] = [];
  const ask: Ask = async (method, path) => {
    if (method !== "GET") wrote.push(`${method} ${path}`);
    const email = new URLSearchParams(path.split("?")[1]).get("email") ?? "";
    const answer = typeof list === "function" ? list(email, path) : path.startsWith("/v1.0/leads?") && list;
    if (answer) return answer;
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
    optedOut: async () => [],
    withdrawnAt: async () => undefined,
    crmAheadMs: () => crmAheadMs,
    mark: async (entry) => ({ ...entry, ...marked(entry) }),
  });
  return { work, wrote };
}
const people = (...leads: readonly object[]): Reply => ({ kind: "answered", body: { leads } });
/** An unfiltered list: endless pages of people who were just created. */
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

test("a resend that may have arrived is not sent while look-ups are unclear", async () => {
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

test("a resend that was allowed as an addition to a person does not create when additions are off", async () => {
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
])("the list has only others: a lead accepted %s", async (_when, ago, minutesBack, crmAheadMs, status) => {
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

test("look-ups unclear or forbidden: sends what was never sent, or what staff say is not there", async () => {
  for (const list of [everybody, forbidden])
    for (const values of [{ lead }, { lead, attempts: 1, resends: 2 }]) {
      const { work, wrote } = account(list);
      await work.accepted(entryWith({ ...values, looks: 5 }));
      expect(wrote).toEqual(["POST /v1.0/leads"]);
    }
});

test("emails of two people: adds to the one with the same name, and reports the other to staff", async () => {
  const both = { ...ana, emails: ["bo@example.com", "ana@example.com"], content: `-- foyer\nref ${id}` };
  const bo = { leadId: 9, firstName: "Bo", lastName: "Sample", emails: ["bo@example.com"] };
  const other = { leadId: 7, ...ana };
  const { work, wrote } = account((email, path) =>
    path.startsWith("/v1.0/leads?") ? people(...[bo, other].filter(({ emails }) => emails.includes(email))) : undefined,
  );
  const entry = entryWith({ lead: JSON.stringify(both) });
  const sent = await work.accepted(entry);
  expect(sent?.change).toMatchObject({ status: "delivered", leadId: "7", reason: "known-person" });
  expect(wrote.filter((request) => request.startsWith("PUT")).join()).not.toContain("/9");
  const reread = await work.delivered({ ...entry, ...sent?.change, looks: 4 });
  expect(reread.change).toMatchObject({ status: "confirmed", samePhoneAs: "Bo Sample" });
});

test("a note that does not show yet is looked for during twelve minutes before it is posted again", async () => {
  const { work, wrote } = account(people());
  let entry = entryWith({ lead, status: "delivered", leadId: "7" });
  for (let looks = 1; looks <= 4; looks++) {
    const { change } = await work.delivered(entry);
    expect([change, wrote]).toEqual([expect.objectContaining({ status: "delivered", looks }), []]);
    entry = { ...entry, ...change };
  }
  expect((await work.delivered(entry)).change).toMatchObject({ status: "confirmed" });
  expect(wrote).toEqual(["POST /v1.0/notes"]);
});

/** A new person in a CRM that drops our note. `post` and `search` answer a post of the note and a search by phone. */
function dropped(post: (posts: number) => Reply, search: (searches: number) => Reply = () => people()) {
  const lead = JSON.stringify({ ...ana, phones: ["4155550134"], content: `-- foyer\nref ${id}` });
  const note = { kind: "answered", body: { notes: [{ noteId: 1, content: `-- foyer\nref ${id}` }] } } as const;
  const asked = { posts: 0, searches: 0, shows: false };
  const { work } = account((_, path) => {
    if (path.startsWith("/v1.0/leads?")) return search(++asked.searches);
    if (path === "/v1.0/notes") return post(++asked.posts);
    return asked.shows && path.startsWith("/v1.0/notes?") ? note : undefined;
  });
  return { work, asked, entry: entryWith({ lead, status: "delivered", leadId: "7", looks: 4 }) };
}
const lost: Reply = { kind: "unknown", reason: "no-answer" };
const rateLimited: Reply = { kind: "unsent", reason: "rate-limited" };

test("the answer to a posted note is lost: it has twelve minutes to show, is posted once more, then needs a person", async () => {
  const { work, asked, entry } = dropped(() => lost);
  let now = entry;
  for (const looks of [5, 6]) {
    const { change } = await work.delivered(now);
    expect(change).toMatchObject({ status: "delivered", looks, dueAt: entry.acceptedAt + 12 * minute });
    now = { ...now, ...change };
  }
  expect((await work.delivered(now)).change).toMatchObject({ status: "parked", reason: "not-read-back" });
  expect(asked.posts).toBe(2);

  const late = dropped(() => lost);
  const { change } = await late.work.delivered(late.entry);
  late.asked.shows = true;
  expect((await late.work.delivered({ ...late.entry, ...change })).change).toMatchObject({ status: "confirmed" });
  expect(late.asked.posts).toBe(1);
});

test("a search that fails for now comes before the post, and a note that was certainly not posted is tried again soon", async () => {
  const { work, asked, entry } = dropped(
    (posts) => (posts === 1 ? rateLimited : { kind: "answered", body: { noteId: 1 } }),
    (searches) => (searches === 1 ? rateLimited : people()),
  );
  let now = entry;
  for (const posts of [0, 1]) {
    const { change } = await work.delivered(now);
    expect([change, asked.posts]).toEqual([expect.objectContaining({ status: "delivered", misses: posts + 1 }), posts]);
    now = { ...now, ...change };
  }
  expect((await work.delivered(now)).change).toMatchObject({ status: "confirmed" });
  expect(asked.posts).toBe(2);
});

test("searches are forbidden: a missing note is posted all the same", async () => {
  const { work, asked, entry } = dropped(
    () => ({ kind: "answered", body: { noteId: 1 } }),
    () => forbidden,
  );
  expect((await work.delivered(entry)).change).toMatchObject({ status: "parked", reason: "not-read-back" });
  expect(asked.posts).toBe(1);
});

test("after an outage an unclear look-up is asked again as often as without it", async () => {
  const { work, wrote } = account(everybody);
  let entry = entryWith({ lead, misses: 30 });
  for (let times = 0; times < 5; times++) {
    const { change } = (await work.accepted(entry)) ?? {};
    expect(change).toMatchObject({ status: "accepted", reason: "look-up-unclear" });
    entry = { ...entry, ...change };
  }
  expect(wrote).toEqual([]);
  await work.accepted(entry);
  expect(wrote).toEqual(["POST /v1.0/leads"]);
});
