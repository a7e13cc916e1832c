import { isObject, type JsonObject } from "#lead/json.ts";
import { limits } from "#lead/limits.ts";
import type { Ask } from "./crm.ts";
import { partReference } from "../intake/footer.ts";
import { missingNotes, unrecognizedPart } from "./ourNotes.ts";
import type { Outcome } from "./outcome.ts";
import { textsIn } from "./people.ts";

/**
 * Adds a lead to a person the CRM knows: its tags, and notes of what was typed. Nothing that is there is overwritten,
 * but a person who asked not to be contacted is not. Tags go first and the note that ends with our reference last, so
 * that it proves the rest; notes that are there already are not written again.
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
    // Tags that were added may be added again.
    if (reply.kind === "unknown") return { ...reply, kind: "unsent" };
    if (reply.kind !== "answered") return gone(reply);
  }
  const reply = await addNotes(ask, leadId, missingNotes(notesFor(lead, id), there, id));
  return reply === undefined ? { kind: "added", leadId } : gone(reply);
}

/** The person was merged or deleted in between: look again, later. */
const gone = (failure: Outcome): Outcome =>
  failure.kind === "refused" && failure.status === 404 ? { kind: "unsent", reason: "person-gone" } : failure;

export const tagsOf = (lead: JsonObject): readonly string[] => [
  ...new Set([...textsIn(lead["tagsAdd"]), ...textsIn(lead["tags"])]),
];

const flags = ["cannotText", "cannotCall", "cannotEmail", "unsubscription"] as const;

/** "Please don't contact me" is the one thing that counts at once, whatever was agreed before. */
const refusals = (lead: JsonObject): JsonObject =>
  forbidsContact(lead) ? Object.fromEntries(flags.map((flag) => [flag, true])) : {};

/** Whether the lead says not to contact the person at all. */
export const forbidsContact = (lead: JsonObject): boolean => flags.every((flag) => lead[flag] === true);

/** Writes notes; answers what went wrong. The number is 64 bits wide and goes as a bare one. */
export async function addNotes(ask: Ask, leadId: string, notes: readonly string[]) {
  for (const content of notes) {
    const body = `{"leadId":${leadId},"content":${JSON.stringify(content)},"isPin":false}`;
    const reply = await ask("POST", "/v1.0/notes", body);
    if (reply.kind !== "answered") return reply;
  }
  return undefined;
}

/** What was typed, in notes that Lofty keeps whole, and last the lead's own with our reference. */
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

/** What the person's agent reads in the CRM when nobody could look for duplicates. */
export const unrecognizedNote = (id: string): string =>
  `Foyer could not check whether this person was here before: look-ups by email do not work with this API key.\n-- foyer\n${partReference(id, unrecognizedPart)}`;

/** One answer a line, by its path in words: "inquiry price min: 650000". */
function linesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return [`${wordsOf(path)}: ${value.join(", ")}`];
  if (Array.isArray(value)) return value.flatMap((item, index) => linesOf(item, [...path, String(index + 1)]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, [...path, key]));
  return [`${wordsOf(path)}: ${String(value)}`];
}
const wordsOf = (path: readonly string[]) =>
  path.join(" ").replaceAll(/(?<=[a-z])[A-Z]/g, (big) => ` ${big.toLowerCase()}`);

/** Pieces of at most so many UTF-16 units, no character in two. */
function cut(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const at = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return [text.slice(0, at), ...cut(text.slice(at), most)];
}
