import { isObject, type JsonObject } from "#lead/json.ts";
import type { Ask } from "./crm.ts";
import { differencesIn } from "./differences.ts";
import { addNotes, notesFor, tagsOf } from "./knownPerson.ts";
import type { Reading } from "./machine.ts";
import { missingNotes } from "./ourNotes.ts";
import type { Failure } from "./outcome.ts";
import { contactsOf, findPeople, notesOn, type Person } from "./people.ts";

interface Delivered {
  readonly id: string;
  readonly leadId: string;
  readonly lead: JsonObject;
  /** Whether it was added to a person who was there before: only tags and notes are ours. */
  readonly wasKnown: boolean;
}

/** Reads back what was written, posts a note that is missing, and says what the CRM holds otherwise. */
export async function readBack(ask: Ask, { id, leadId, lead, wasKnown }: Delivered): Promise<Reading> {
  const reply = await ask("GET", `/v1.0/leads/${leadId}`);
  if (reply.kind === "refused" && reply.status === 404) return { kind: "gone" };
  if (reply.kind !== "answered") return failed(reply);
  const body = isObject(reply.body) ? reply.body : {};
  const record = isObject(body["lead"]) ? body["lead"] : body;

  const there = await notesOn(ask, leadId);
  if (there.kind !== "notes") return failed(there);
  const ours = wasKnown ? notesFor(lead, id) : [String(lead["content"])];
  const missing = await addNotes(ask, leadId, missingNotes(ours, there.notes, id));
  if (missing !== undefined) return failed(missing);

  const differences = differencesIn(wasKnown ? { tagsAdd: tagsOf(lead) } : lead, record);
  // A new one's emails were looked for before it was made; a known one was picked by one of them.
  for (const contact of wasKnown ? contactsOf(lead) : contactsOf({ phones: lead["phones"] }).slice(0, 1)) {
    const found = await findPeople(ask, contact);
    if (found.kind !== "people") return failed(found);
    const other = found.people.find((person) => person.leadId !== leadId);
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
