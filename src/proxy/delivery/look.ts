import type { JsonObject } from "#lead/json.ts";
import { isObject } from "#lead/json.ts";
import type { Ask } from "./crm.ts";
import { partOf, wholeNote } from "./ourNotes.ts";
import type { Failure } from "./outcome.ts";
import { findPeople, has, notesOn, type Contact, type Person } from "./people.ts";

/** A submission to be looked for: its lead, our id, and the attribute that may carry it. */
export interface Wanted {
  readonly id: string;
  readonly lead: JsonObject;
  readonly attribute: string | undefined;
}

export type Seen =
  /** `added`: to a person who was there before. */
  | { readonly kind: "found"; readonly leadId: string; readonly added: boolean }
  /** `known`: the person with this email, and the notes there. `others`: the CRM also listed who was not asked for. */
  | {
      readonly kind: "absent";
      readonly known?: { readonly leadId: string; readonly notes: readonly string[] };
      readonly lookalike: boolean;
      readonly others: boolean;
    }
  | { readonly kind: "failed"; readonly failure: Failure };

/**
 * Looks for a submission by its contacts. Email and phone are an index only, the proof is our reference: in the
 * attribute, else in a note. An equal email alone proves nothing, the record may be an earlier one.
 */
export async function look(ask: Ask, wanted: Wanted, contacts: readonly Contact[]): Promise<Seen> {
  const looked = new Set<string>();
  let known: { leadId: string; notes: readonly string[] } | undefined;
  let lookalike = false;
  let likeness = -1;
  let others = false;
  for (const contact of contacts) {
    const found = await findPeople(ask, contact);
    if (found.kind !== "people") return { kind: "failed", failure: found };
    others ||= found.others;
    for (const person of found.people) {
      const { leadId } = person;
      if (looked.has(leadId)) continue;
      looked.add(leadId);
      if (carriesAttribute(person, wanted)) return { kind: "found", leadId, added: false };
      const on = await notesOn(ask, leadId);
      if (on.kind !== "notes") return { kind: "failed", failure: on };
      const ours = on.notes.map((note) => partOf(note, wanted.id)).filter((part) => part !== undefined);
      if (ours.length > 0) return { kind: "found", leadId, added: ours.some((part) => part !== wholeNote) };
      const alike = likenessOf(person, wanted, contacts);
      lookalike ||= alike === 2;
      // Of several people with these emails the one of that name; staff are told of the others.
      if (contact.by !== "email" || alike <= likeness) continue;
      likeness = alike;
      known = { leadId, notes: on.notes };
    }
  }
  return { kind: "absent", lookalike, others, ...(known === undefined ? {} : { known }) };
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
  const same = (key: string) => normal(person.record[key]) === normal(lead[key]);
  if (!same("firstName") || !same("lastName")) return 0;
  return contacts.every((contact) => has(person, contact)) ? 2 : 1;
}
const normal = (value: unknown) => (typeof value === "string" ? value.trim().toLowerCase() : "");
