import type { JsonObject } from "#lead/json.ts";
import type { Ask } from "../crm/crm.ts";
import { differencesIn } from "./differences.ts";
import { addNotes, notesFor, tagsOf, unrecognizedNote } from "./knownPerson.ts";
import { isMeant } from "./look.ts";
import type { Reading } from "./machine.ts";
import { missingNotes } from "./ourNotes.ts";
import type { Failure } from "../crm/outcome.ts";
import { contactsOf, findPeople, notesOn, readPerson, type Person } from "./people.ts";

interface Delivered {
  readonly id: string;
  readonly leadId: string;
  readonly lead: JsonObject;
  readonly attribute: string | undefined;
  /** True when we added the lead to an existing person: only tags and notes are ours. */
  readonly wasKnown: boolean;
  /** False while a note that we do not see may only be late, and after two posts. */
  readonly mayPost: boolean;
  /** True when duplicates could not be looked up: a note says so. */
  readonly unrecognized: boolean;
}

/**
 * Reads a delivered lead back, posts notes that are missing when it may, and returns how the record differs.
 * Writes nothing when the id belongs to somebody else.
 */
export async function readBack(ask: Ask, delivered: Delivered): Promise<Reading> {
  const { id, leadId, lead, wasKnown, unrecognized, mayPost } = delivered;
  const person = await readPerson(ask, leadId);
  if (person.kind === "refused" && person.status === 404) return { kind: "gone" };
  if (person.kind !== "person") return failed(person);

  const there = await notesOn(ask, leadId);
  if (there.kind !== "notes") return failed(there);
  if (!isMeant(person, delivered, there.notes)) return { kind: "foreign" };
  const ours = wasKnown ? notesFor(lead, id) : [String(lead["content"])];
  const missing = missingNotes(unrecognized ? [...ours, unrecognizedNote(id)] : ours, there.notes, id);
  if (missing.length > 0 && !mayPost) return { kind: "incomplete" };
  // The missing note may be among those that we did not read.
  if (missing.length > 0 && there.more) return { kind: "failed", hopeless: false };
  // A retry after a post could post the notes again, so everything that can fail comes first.
  const reading = await compare(ask, delivered, person);
  if (reading.kind === "failed" && !reading.hopeless) return reading;
  for (const [place, note] of missing.entries()) {
    const problem = await addNotes(ask, leadId, [note]);
    if (problem === undefined) continue;
    const isAnyPosted = place > 0 || problem.kind === "unknown";
    return isAnyPosted && problem.kind !== "refused" ? { kind: "incomplete" } : failed(problem);
  }
  return reading;
}

/** Returns how the record differs from the lead, and who else has its phone or another of its contacts. */
async function compare(ask: Ask, { leadId, lead, wasKnown }: Delivered, person: Person): Promise<Reading> {
  const differences = differencesIn(wasKnown ? { tagsAdd: tagsOf(lead) } : lead, person.record);
  // A new lead: its emails were looked up before the create, so only its phone is left. A known person was chosen by
  // one of several contacts.
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
