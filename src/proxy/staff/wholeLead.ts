import { fieldAt } from "#lead/fields.ts";
import { isObject, type Json, type JsonObject } from "#lead/json.ts";
import type { AddedNote, HeldLead, WholeLead } from "#lead/submission/staffAnswers.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { permissionsOf } from "#lead/submission/ways.ts";
import type { Ask } from "../crm/crm.ts";
import type { Failure } from "../crm/outcome.ts";
import { asSent } from "../delivery/differences.ts";
import { notesOn, readPerson } from "../delivery/people.ts";
import { correctable } from "../intake/corrected.ts";
import type { Against } from "./dayPerson.ts";
import type { KeptAcknowledgement, KeptConsent } from "../intake/deviceClock.ts";
import { isClosed } from "../intake/parkedOnArrival.ts";
import type { LaterNote } from "../store/laterNotes.ts";
import type { Entry } from "../store/outbox.ts";
import { isReadable } from "../store/driver/unreadable.ts";

/** Returns what we hold of a submission beside its state. */
export function wholeLead(
  entry: Entry,
  notes: readonly LaterNote[],
  { optedOut, withdrawnAt }: Against,
): Omit<WholeLead, "entry"> {
  const capturedAt = new Date(entry.capturedAt).toISOString();
  const added = notes.map(addedNote);
  if (entry.lead === "" || !isReadable(entry) || isClosed(entry)) return { capturedAt, notes: added };
  const sent = correctable(entry);
  const consent = entry.consent === null ? undefined : (JSON.parse(entry.consent) as KeptConsent);
  return {
    capturedAt,
    notes: added,
    sent,
    may: permissionsOf(sent, consent, entry.walkIn === 0, optedOut),
    ...(optedOut.length > 0 ? { optedOut } : {}),
    ...(withdrawnAt === undefined ? {} : { withdrawnAt: new Date(withdrawnAt).toISOString() }),
    ...(entry.event ? { event: JSON.parse(entry.event) as StationEvent } : {}),
    ...(consent && {
      consent: { version: consent.version, language: consent.language, at: consent.at, by: consent.by },
    }),
    ...readIn(entry.acknowledgement),
  };
}

function readIn(json: string | null | undefined): Pick<WholeLead, "acknowledgement"> {
  if (!json) return {};
  const { version, language, at, name, agent } = JSON.parse(json) as KeptAcknowledgement;
  return { acknowledgement: { version, language, at, ...(name && { name }), ...(agent && { agent }) } };
}

const addedNote = ({ id, text, at, status, reason }: LaterNote): AddedNote => ({
  ...{ id, text, status, at: new Date(at).toISOString() },
  ...(reason === undefined ? {} : { reason }),
});

/** Reads a lead from the CRM: its record, with the paths of a lead, and its notes. */
export async function heldLead(ask: Ask, leadId: string): Promise<({ readonly kind: "held" } & HeldLead) | Failure> {
  const person = await readPerson(ask, leadId);
  if (person.kind !== "person") return person;
  const there = await notesOn(ask, leadId);
  if (there.kind !== "notes") return there;
  return { kind: "held", held: leadIn(person.record), notes: there.notes };
}

/** Returns the fields that a lead can have and that are set. */
function leadIn(record: Readonly<Record<string, unknown>>): JsonObject {
  const { property, tags: _tags, ...rest } = asSent(record);
  // A read returns a list of properties; a lead has one.
  const lead = { ...rest, property: Array.isArray(property) ? property[0] : property };
  const known = Object.entries(lead).filter(([path, value]) => isKnown(path, value));
  return setIn(Object.fromEntries(known)) as { readonly [path: string]: Json };
}

/** Lofty returns -1 for unset numbers. */
const setIn = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner !== null && inner !== -1)
          .map(([key, inner]) => [key, setIn(inner)]),
      )
    : value;

/** `inquiry` and `property` are not fields themselves; all their values are. */
const isKnown = (path: string, value: unknown) => fieldAt(path) !== undefined || isObject(value);
