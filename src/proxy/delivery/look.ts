import type { JsonObject } from "#lead/json.ts";
import { isObject } from "#lead/json.ts";
import type { Ask } from "../crm/crm.ts";
import { partOf, unrecognizedPart, wholeNote } from "./ourNotes.ts";
import type { Failure } from "../crm/outcome.ts";
import { everyContactOf, findPeople, has, notesOn, type Contact, type Person } from "./people.ts";

/** A submission to look for: its lead, our id, and the name of the custom attribute that may hold the id. */
export interface Wanted {
  readonly id: string;
  readonly lead: JsonObject;
  readonly attribute: string | undefined;
}

export type Seen =
  /** `added`: we added the lead to an existing person. */
  | { readonly kind: "found"; readonly leadId: string; readonly added: boolean }
  | Absent
  | { readonly kind: "failed"; readonly failure: Failure };

export interface Absent {
  readonly kind: "absent";
  /** The person with this email, and that person's notes. */
  readonly known?: { readonly leadId: string; readonly notes: readonly string[] };
  /** A record could be ours, but nothing proves it. */
  readonly lookalike: boolean;
  /** The CRM listed people who do not match the query: its filter does not work. */
  readonly others: boolean;
  /** The CRM lists more people or notes than we read: ours may be among them. */
  readonly more: boolean;
}

/**
 * An email that more people share does not identify one person: it may be a typing error, junk, or an office address.
 */
const mostSharing = 5;
/** The number of people whose notes one look reads, the most similar first. */
const mostNotesRead = 8;

/**
 * Looks for a submission by its contacts. Email and phone only find candidates; the proof is our reference, in the
 * custom attribute or in a note. An equal email alone proves nothing: the record may be an earlier one.
 */
export async function look(ask: Ask, wanted: Wanted, contacts: readonly Contact[]): Promise<Seen> {
  const looked = new Set<string>();
  const read: Read[] = [];
  let known: Read | undefined;
  let [others, more] = [false, false];
  for (const contact of contacts) {
    const found = await findPeople(ask, contact);
    if (found.kind !== "people") return { kind: "failed", failure: found };
    const fresh = found.people.filter(({ leadId }) => !looked.has(leadId));
    for (const { leadId } of fresh) looked.add(leadId);
    const seen = await lookAt(ask, wanted, contacts, fresh, mostNotesRead - read.length);
    if (seen.kind !== "absent") return seen;
    read.push(...seen.read);
    others ||= found.others;
    more ||= found.more || seen.more;
    if (contact.by !== "email" || found.more || found.people.length > mostSharing) continue;
    // Several people with these emails: use the one with the same name. Staff see the others.
    for (const person of seen.read) if (known === undefined || person.alike > known.alike) known = person;
  }
  const lookalike = read.some(({ alike }) => alike === 2);
  return { kind: "absent", lookalike, others, more, ...(known === undefined ? {} : { known }) };
}

/** A person whose notes we read. */
interface Read {
  readonly leadId: string;
  readonly alike: 0 | 1 | 2;
  readonly notes: readonly string[];
}

/**
 * Returns the person who carries our reference, if any. Reads the notes of at most `most` people, the most similar
 * first.
 */
export async function lookAt(
  ask: Ask,
  wanted: Wanted,
  contacts: readonly Contact[],
  people: readonly Person[],
  most = mostNotesRead,
) {
  const marked = people.find((person) => carriesAttribute(person, wanted));
  if (marked) return { kind: "found", leadId: marked.leadId, added: false } as const;
  const likeliest = people
    .map((person) => ({ leadId: person.leadId, alike: likenessOf(person, wanted, contacts) }))
    .sort((a, b) => b.alike - a.alike);
  const read: Read[] = [];
  let more = likeliest.length > most;
  for (const { leadId, alike } of likeliest.slice(0, most)) {
    const on = await notesOn(ask, leadId);
    if (on.kind !== "notes") return { kind: "failed", failure: on } as const;
    const ours = on.notes.map((note) => partOf(note, wanted.id)).filter((part) => part !== undefined);
    if (ours.length > 0) return { kind: "found", leadId, added: ours.some(isAdded) } as const;
    more ||= on.more;
    read.push({ leadId, alike, notes: on.notes });
  }
  return { kind: "absent", more, read } as const;
}

const isAdded = (part: number) => part !== wholeNote && part !== unrecognizedPart;

/**
 * Returns true when a record is the person of a submission: it carries our reference, or has the same email or phone,
 * or has the same name when there is nothing else to compare. A create may return the id of somebody else.
 */
export function isMeant(person: Person, wanted: Wanted, notes: readonly string[]): boolean {
  const { lead, id } = wanted;
  if (carriesAttribute(person, wanted) || notes.some((note) => partOf(note, id) !== undefined)) return true;
  const contacts = everyContactOf(lead);
  if (contacts.some((contact) => has(person, contact))) return true;
  const canCompare = contacts.length > 0 && everyContactOf(person.record).length > 0;
  return !canCompare && hasName(person, lead);
}

function carriesAttribute({ record }: Person, { id, attribute }: Wanted): boolean {
  const rows = record["customAttributes"];
  return (
    attribute !== undefined &&
    Array.isArray(rows) &&
    rows.some((row: unknown) => isObject(row) && row["attributeName"] === attribute && row["value"] === id)
  );
}

/**
 * 1: the same name. 2: also every contact of ours. Lofty may have dropped our note of such a record, and others may
 * have added notes since.
 */
function likenessOf(person: Person, { lead }: Wanted, contacts: readonly Contact[]): 0 | 1 | 2 {
  if (!hasName(person, lead)) return 0;
  return contacts.every((contact) => has(person, contact)) ? 2 : 1;
}

/** Returns true for the same first and last name, as far as Lofty stores them. */
export const hasName = ({ record }: Person, lead: JsonObject): boolean =>
  normal(record["firstName"]) === normal(lead["firstName"]) && normal(record["lastName"]) === normal(lead["lastName"]);
const normal = (value: unknown) => (typeof value === "string" ? value.trim().toLowerCase() : "");
