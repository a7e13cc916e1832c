import { type JsonObject, isObject, textsIn } from "#lead/json.ts";
import { limits } from "#lead/limits.ts";
import { contactFlags } from "#lead/submission/ways.ts";
import type { Ask } from "../crm/crm.ts";
import { partReference } from "../crm/footer.ts";
import { missingNotes, unrecognizedPart } from "./ourNotes.ts";
import type { Outcome } from "../crm/outcome.ts";

/**
 * Adds a lead to a known person of the CRM: its tags, and notes of what was typed. Overwrites nothing, but sets the
 * contact flags when the person refuses all contact. Sends tags first and the note with our reference last, so that
 * this note proves the rest. Skips notes that are already there.
 */
export async function addTo(
  ask: Ask,
  leadId: string,
  lead: JsonObject,
  id: string,
  there: readonly string[],
): Promise<Outcome> {
  const change = { ...refusals(lead), ...(tagsOf(lead).length > 0 ? { tagsAdd: tagsOf(lead) } : {}) };
  if (Object.keys(change).length > 0) {
    const reply = await ask("PUT", `/v1.0/leads/${leadId}`, JSON.stringify(change));
    // It is safe to add the same tags twice.
    if (reply.kind === "unknown") return { ...reply, kind: "unsent" };
    if (reply.kind !== "answered") return gone(reply);
  }
  for (const [place, note] of missingNotes(notesFor(lead, id), there, id).entries()) {
    const failure = await addNotes(ask, leadId, [note]);
    if (failure === undefined) continue;
    const after = gone(failure);
    // The notes before it may show late. A retry that does not see them would post them again.
    return place === 0 || after.kind === "refused"
      ? after
      : { kind: "unknown", reason: "reason" in after ? after.reason : after.kind };
  }
  return { kind: "added", leadId };
}

/** The person was merged or deleted since the look-up: look again later. */
const gone = (failure: Outcome): Outcome =>
  failure.kind === "refused" && failure.status === 404 ? { kind: "unsent", reason: "person-gone" } : failure;

export const tagsOf = (lead: JsonObject): readonly string[] => [
  ...new Set([...textsIn(lead["tagsAdd"]), ...textsIn(lead["tags"])]),
];

const noContact: JsonObject = Object.fromEntries(contactFlags.map((flag) => [flag, true]));

/** "Please don't contact me" applies at once, whatever was agreed before. */
const refusals = (lead: JsonObject): JsonObject => (forbidsContact(lead) ? noContact : {});

/** Sets the flags against all contact on a person of the CRM. Returns the failure, or undefined. */
export async function forbidContact(ask: Ask, leadId: string) {
  const reply = await ask("PUT", `/v1.0/leads/${leadId}`, JSON.stringify(noContact));
  return reply.kind === "answered" ? undefined : reply;
}

/** Returns true when the lead forbids all contact. */
export const forbidsContact = (lead: JsonObject): boolean => contactFlags.every((flag) => lead[flag] === true);

/** Writes notes; returns the first failure, or undefined. `leadId` has 64 bits and is sent as a bare number. */
export async function addNotes(ask: Ask, leadId: string, notes: readonly string[]) {
  for (const content of notes) {
    const body = `{"leadId":${leadId},"content":${JSON.stringify(content)},"isPin":false}`;
    const reply = await ask("POST", "/v1.0/notes", body);
    if (reply.kind !== "answered") return reply;
  }
  return undefined;
}

/**
 * Returns what was typed as notes that are short enough for Lofty. The last one is the lead's own note with our
 * reference.
 */
export function notesFor(lead: JsonObject, id: string): readonly string[] {
  const { content, ...typed } = lead;
  const most = limits.noteKept - 100;
  const parts: string[] = [];
  for (const line of linesOf(typed).flatMap((text) => cut(text, most))) {
    const last = parts.at(-1);
    if (last === undefined || last.length + 1 + line.length > most) parts.push(line);
    else parts[parts.length - 1] = `${last}\n${line}`;
  }
  return [...parts.map((part, index) => `${part}\n-- foyer\n${partReference(id, index + 1)}`), String(content)];
}

/** The note that tells the agent that duplicates could not be looked up. */
export const unrecognizedNote = (id: string): string =>
  `Foyer could not check whether this person was here before: look-ups by email do not work with this API key.\n-- foyer\n${partReference(id, unrecognizedPart)}`;

/** Returns one line for each value, named by its path in words: "inquiry price min: 650000". */
function linesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return [`${wordsOf(path)}: ${value.join(", ")}`];
  if (Array.isArray(value)) return value.flatMap((item, index) => linesOf(item, [...path, String(index + 1)]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, [...path, key]));
  return [`${wordsOf(path)}: ${String(value)}`];
}
const wordsOf = (path: readonly string[]) =>
  path.join(" ").replaceAll(/(?<=[a-z])[A-Z]/g, (big) => ` ${big.toLowerCase()}`);

/** Returns pieces of at most `most` UTF-16 units; never splits a character. */
function cut(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const at = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return [text.slice(0, at), ...cut(text.slice(at), most)];
}
