import { leadIdOf } from "../crm/answer.ts";
import type { Ask } from "../crm/crm.ts";
import { has, personsIn, type Contact, type Person } from "./people.ts";
import { hasName, lookAt, type Seen, type Wanted } from "./look.ts";
import { pageSize, readList } from "./readList.ts";

/** Tolerance for clocks that differ. */
const slackMs = 5 * 60_000;

/**
 * Looks for a submission among the newest people of the account, at most four pages. Used when the CRM's filters do not
 * work or its lists are too long. Absent: the pages go back to before `since` (ms), the earliest time at which we can
 * have sent it. `more`: the pages do not go back that far, so the result is uncertain.
 */
export async function lookAmongNewest(
  ask: Ask,
  wanted: Wanted,
  contacts: readonly Contact[],
  since: number,
): Promise<Seen> {
  const earliest = since - slackMs;
  const listed = await readList(ask, {
    path: "/v1.0/leads",
    key: "leads",
    query: { sort: "CreateTime", desc: "true", limit: String(pageSize) },
    idOf: leadIdOf,
    isEnough: (items) => goesBackTo(earliest, items),
  });
  if (listed.kind !== "listed") return { kind: "failed", failure: listed };
  const { items, isWhole } = listed;
  const people = personsIn(items);
  // An older record existed before, but we may have added to it.
  const isNew = ({ record }: Person) => !((createdAt(record) ?? Infinity) < earliest);
  const mayBeOurs = (person: Person) =>
    contacts.some((contact) => has(person, contact)) || (isNew(person) && hasName(person, wanted.lead));
  const seen = await lookAt(ask, wanted, contacts, people.filter(mayBeOurs));
  if (seen.kind !== "absent") return seen;
  const isUnread = people.length < items.length || !(isWhole || goesBackTo(earliest, items));
  const news = new Set(people.filter(isNew).map(({ leadId }) => leadId));
  const lookalike = seen.read.some(({ leadId, alike }) => alike === 2 && news.has(leadId));
  return { kind: "absent", lookalike, others: false, more: seen.more || isUnread };
}

/** Returns true when a list is sorted newest first and ends before `time` (ms). */
function goesBackTo(time: number, items: readonly unknown[]): boolean {
  const times = items.map(createdAt);
  const isInOrder = times.every((at, index) => at !== undefined && at <= (times[index - 1] ?? Infinity) + 1_000);
  return isInOrder && (times.at(-1) ?? Infinity) < time;
}

/** Returns the creation time of a record in ms. Lofty sends `2026-10-01T14:21:07GMT` or milliseconds (LOFTY.md 5). */
function createdAt(record: unknown): number | undefined {
  const time = (record as { readonly createTime?: unknown } | undefined)?.createTime;
  const at = typeof time === "string" ? Date.parse(time.replace(/ ?GMT$/, "Z")) : Number(time ?? NaN);
  return Number.isFinite(at) && at > 0 ? at : undefined;
}
