import type { JsonObject } from "#lead/json.ts";
import { isObject } from "#lead/json.ts";
import type { Ask } from "./crm.ts";
import { partOf, unrecognizedPart, wholeNote } from "./ourNotes.ts";
import type { Failure } from "./outcome.ts";
import { everyContactOf, findPeople, has, notesOn, type Contact, type Person } from "./people.ts";

/** A submission to be looked for: its lead, our id, and the attribute that may carry it. */
export interface Wanted {
  readonly id: string;
  readonly lead: JsonObject;
  readonly attribute: string | undefined;
}

export type Seen =
  /** `added`: to a person who was there before. */
  | { readonly kind: "found"; readonly leadId: string; readonly added: boolean }
  | Absent
  | { readonly kind: "failed"; readonly failure: Failure };

export interface Absent {
  readonly kind: "absent";
  /** The person with this email, and the notes there. */
  readonly known?: { readonly leadId: string; readonly notes: readonly string[] };
  /** Somebody there could be ours, but nothing proves it. */
  readonly lookalike: boolean;
  /** The CRM also listed who was not asked for: its filter does not work. */
  readonly others: boolean;
  /** More people or notes were listed than were read: ours may be among them. */
  readonly more: boolean;
}

/** An address that more people share is not one person's: a typing error, a household of junk, an office. */
const mostSharing = 5;
/** People whose notes are read in one look, the likeliest first. */
const mostNotesRead = 8;

/**
 * Looks for a submission by its contacts. Email and phone are an index only, the proof is our reference: in the
 * attribute, else in a note. An equal email alone proves nothing, the record may be an earlier one.
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
    // Of several people with these emails the one of that name; staff are told of the others.
    for (const person of seen.read) if (known === undefined || person.alike > known.alike) known = person;
  }
  const lookalike = read.some(({ alike }) => alike === 2);
  return { kind: "absent", lookalike, others, more, ...(known === undefined ? {} : { known }) };
}

/** A person whose notes were read. */
interface Read {
  readonly leadId: string;
  readonly alike: 0 | 1 | 2;
  readonly notes: readonly string[];
}

/** Whether one of these people carries our reference; reads the notes of so many, the likeliest first. */
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
 * Whether a record is the person of a submission: it carries our reference, or shares an email or phone, or the name where
 * there is nothing else to compare. A create may answer the number of somebody else.
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
 * 1 is somebody of that name; 2 a record that says everything ours would say: perhaps Lofty dropped the note, and others
 * have written on it since.
 */
function likenessOf(person: Person, { lead }: Wanted, contacts: readonly Contact[]): 0 | 1 | 2 {
  if (!hasName(person, lead)) return 0;
  return contacts.every((contact) => has(person, contact)) ? 2 : 1;
}

/** The same first and last name, as far as Lofty keeps them. */
export const hasName = ({ record }: Person, lead: JsonObject): boolean =>
  normal(record["firstName"]) === normal(lead["firstName"]) && normal(record["lastName"]) === normal(lead["lastName"]);
const normal = (value: unknown) => (typeof value === "string" ? value.trim().toLowerCase() : "");
