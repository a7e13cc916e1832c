import type { JsonObject } from "#lead/json.ts";
import type { Ask } from "./crm.ts";
import { differencesIn } from "./differences.ts";
import { addNotes, notesFor, tagsOf, unrecognizedNote } from "./knownPerson.ts";
import { isMeant } from "./look.ts";
import type { Reading } from "./machine.ts";
import { missingNotes } from "./ourNotes.ts";
import type { Failure } from "./outcome.ts";
import { contactsOf, findPeople, notesOn, readPerson, type Person } from "./people.ts";

interface Delivered {
  readonly id: string;
  readonly leadId: string;
  readonly lead: JsonObject;
  readonly attribute: string | undefined;
  /** Whether it was added to a person who was there before: only tags and notes are ours. */
  readonly wasKnown: boolean;
  /** Nobody could tell whether the person was there before: said in a note. */
  readonly unrecognized: boolean;
}

/**
 * Reads back what was written, posts a note that is missing, and says what the CRM holds otherwise. Nothing is written to
 * a number that belongs to somebody else.
 */
export async function readBack(ask: Ask, delivered: Delivered): Promise<Reading> {
  const { id, leadId, lead, wasKnown, unrecognized } = delivered;
  const person = await readPerson(ask, leadId);
  if (person.kind === "refused" && person.status === 404) return { kind: "gone" };
  if (person.kind !== "person") return failed(person);

  const there = await notesOn(ask, leadId);
  if (there.kind !== "notes") return failed(there);
  if (!isMeant(person, delivered, there.notes)) return { kind: "foreign" };
  const ours = wasKnown ? notesFor(lead, id) : [String(lead["content"])];
  const missing = missingNotes(unrecognized ? [...ours, unrecognizedNote(id)] : ours, there.notes, id);
  // Those that were not read may hold it.
  if (missing.length > 0 && there.more) return { kind: "failed", hopeless: false };
  const problem = await addNotes(ask, leadId, missing);
  if (problem !== undefined) return failed(problem);

  const differences = differencesIn(wasKnown ? { tagsAdd: tagsOf(lead) } : lead, person.record);
  // A new one's emails were looked for before it was made; a known one was picked by one of them.
  for (const contact of wasKnown ? contactsOf(lead) : contactsOf({ phones: lead["phones"] }).slice(0, 1)) {
    const found = await findPeople(ask, contact);
    if (found.kind !== "people") return failed(found);
    const other = found.people.find((one) => one.leadId !== leadId);
    if (other) return read(differences, nameOf(other));
  }
  return read(differences, null);
}

const nameOf = ({ leadId, record }: Person) =>
  `${String(record["firstName"] ?? "")} ${String(record["lastName"] ?? "")}`.trim() || leadId;

const read = (differences: readonly unknown[], samePhoneAs: string | null): Reading => ({
  kind: "read",
  differences: differences.length > 0 ? JSON.stringify(differences) : null,
  samePhoneAs,
});
const failed = (failure: Failure): Reading => ({ kind: "failed", hopeless: failure.kind === "refused" });
