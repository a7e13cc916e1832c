import { expect, test } from "vitest";
import type { Ask } from "../crm/crm.ts";
import { isMeant } from "./look.ts";
import { findPeople, notesOn, samePhone } from "./people.ts";

const shared = { by: "phone", value: "+14155550101" } as const;
const personOf = (index: number) => ({ leadId: `17382345668149${10_000 + index}`, phones: ["4155550101"] });
const ids = (count: number) => Array.from({ length: count }, (_, index) => personOf(index).leadId);

interface Habits {
  readonly cap?: number;
  /** How the CRM returns the next page; `never`: every page is the first. */
  readonly turns?: "offset" | "scrollId" | "never";
  readonly total?: "right" | "none" | "the account's";
}
/** A CRM with `count` people who share one phone, or `count` notes of one person. */
function account(count: number, { cap = 25, turns = "offset", total = "right" }: Habits) {
  const asked: string[] = [];
  const ask: Ask = async (_method, path) => {
    asked.push(path);
    const query = new URLSearchParams(path.split("?")[1]);
    const given = Number(
      (turns === "offset" && query.get("offset")) || (turns === "scrollId" && query.get("scrollId")) || 0,
    );
    const page = <Item>(item: (index: number) => Item) =>
      Array.from({ length: count }, (_, index) => item(index)).slice(given, given + cap);
    const totals = { right: { total: count }, none: {}, "the account's": { total: 5_000 } };
    const scroll = turns === "scrollId" ? { scrollId: String(given + cap) } : {};
    const noteOf = (index: number) => ({ noteId: index, content: `note ${index}` });
    const list = path.startsWith("/v1.0/notes") ? { notes: page(noteOf) } : { leads: page(personOf) };
    return { kind: "answered", body: { _metadata: { ...totals[total], ...scroll }, ...list } };
  };
  return { ask, asked };
}

test.each<[count: number, habits: Habits, read: number, more: boolean, requests: number]>([
  [0, {}, 0, false, 1],
  [0, { total: "the account's" }, 0, false, 1],
  [1, {}, 1, false, 1],
  [1, { total: "the account's" }, 1, false, 2],
  [24, { total: "none" }, 24, false, 1],
  [25, {}, 25, false, 2],
  [25, { total: "none" }, 25, false, 2],
  [26, { total: "none" }, 26, false, 2],
  [26, { turns: "scrollId", total: "none" }, 26, false, 2],
  [26, { turns: "never" }, 25, true, 2],
  [25, { turns: "never", total: "none" }, 25, true, 2],
  [15, { cap: 10 }, 15, false, 2],
  [60, {}, 60, false, 3],
  [99, { total: "none" }, 99, false, 4],
  [101, {}, 100, true, 4],
  [5_000, {}, 100, true, 4],
])("%i people with one phone, %j: reads %i, more: %s, %i requests", async (count, habits, read, more, requests) => {
  const { ask, asked } = account(count, habits);
  const found = await findPeople(ask, shared);
  expect(found).toMatchObject({ kind: "people", others: false, more });
  expect(found.kind === "people" && found.people.map(({ leadId }) => leadId)).toEqual(ids(read));
  expect(asked.length).toBe(requests);
});

test.each<[count: number, habits: Habits, read: number, more: boolean]>([
  [3, { total: "none" }, 3, false],
  [60, { total: "none" }, 60, false],
  // Paging of notes is undocumented. A long list whose length is not a multiple of the page size is complete.
  [130, { cap: 1_000, turns: "never", total: "none" }, 130, false],
  [50, { cap: 50, turns: "never", total: "none" }, 50, true],
  [70, { cap: 40, turns: "never" }, 40, true],
])("%i notes, %j: reads %i, more: %s", async (count, habits, read, more) => {
  const found = await notesOn(account(count, habits).ask, "7");
  expect(found).toMatchObject({ kind: "notes", more });
  expect(found.kind === "notes" && found.notes.length).toBe(read);
});

test("an item that is unreadable or does not match the query: the filter does not work", async () => {
  for (const odd of [null, "7", {}, { leadId: "x" }, { leadId: 0 }, { leadId: 9, phones: ["4155550199"] }]) {
    const ask: Ask = async () => ({ kind: "answered", body: { leads: [personOf(1), odd] } });
    expect(await findPeople(ask, shared)).toMatchObject({ others: true, people: [{ leadId: personOf(1).leadId }] });
  }
});

const id = "00000000-0000-4000-8000-00000000000a";
const ana = { firstName: "Ana", lastName: "Sample", emails: ["ana@example.com"], phones: ["+14155550101"] };
const bo = { firstName: "Bo", lastName: "Other", emails: ["bo@example.com"], phones: ["4155550199"] };
const alone = { firstName: "Ana", lastName: "Sample" };
test.each<[meant: boolean, lead: object, record: object, notes: readonly string[]]>([
  [true, ana, ana, []],
  [true, ana, { ...bo, emails: ["ANA@example.com"] }, []],
  [true, ana, { ...bo, phones: ["(415) 555-0101"] }, []],
  // Lofty stored neither email nor phone.
  [true, ana, { ...alone, emails: [], phones: [] }, []],
  [true, alone, { firstName: " ana ", lastName: "SAMPLE" }, []],
  [true, alone, ana, []],
  [true, ana, bo, [`-- foyer\nref ${id}`]],
  [true, ana, { ...bo, customAttributes: [{ attributeName: "Foyer", value: id }] }, []],
  [false, ana, bo, []],
  [false, ana, {}, []],
  [false, ana, bo, ["-- foyer\nref 00000000-0000-4000-8000-00000000000b"]],
  // Another person with the same name.
  [false, ana, { ...bo, firstName: "Ana", lastName: "Sample" }, []],
  [false, alone, { firstName: "Ana", lastName: "Other" }, []],
  [false, alone, bo, []],
])("isMeant is %s: sent %j, read %j", (meant, lead, record, notes) => {
  expect(isMeant({ leadId: "7", record: { ...record } }, { id, lead: { ...lead }, attribute: "Foyer" }, notes)).toBe(
    meant,
  );
});

test.each([
  ["1-800-FLOWERS", "1-800-FLOWERS", true],
  ["1-800-FLOWERS", "(800) 356-9377", true],
  ["5550 ext 12", "5550 ext 12", true],
  ["5550 ext 12", "5550 ext 13", false],
  ["415-555-0134, ext. 12", "4155550134", true],
  ["415-555-0134 x12", "415555013412", true],
  ["001 415 555 0134", "+1 (415) 555-0134", true],
  ["555-0134", "415-555-0134", true],
  ["415-555-0134", "415-555-0135", false],
  ["", "", false],
])("samePhone %j and %j: %s", (one, other, isSame) => expect(samePhone(one, other)).toBe(isSame));
