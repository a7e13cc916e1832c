import { isObject, type Json, type JsonObject } from "./exactJson.ts";
import { notesOf } from "./notes.ts";
import { recordOf } from "./store.ts";
import type { World } from "./world.ts";

/** One created lead, as the control routes show it. */
export interface ShownLead {
  /** A string, to keep all digits. */
  readonly leadId: string;
  /** The lead it was merged into. Its own id then returns 404. */
  readonly mergedInto?: string;
  readonly at: string;
  readonly received: JsonObject;
  readonly stored: JsonObject;
  readonly cut: readonly string[];
  /** Paths that were sent and not stored. */
  readonly ignored: readonly string[];
  readonly notes: readonly { readonly noteId: string; readonly content: string; readonly isPin: boolean }[];
  readonly activities: readonly JsonObject[];
  readonly moreProperties: readonly JsonObject[];
}

export const shownLeads = (world: World): ShownLead[] =>
  [...world.store.leads.values()].map((lead) => ({
    leadId: String(lead.leadId),
    ...(lead.mergedInto === undefined ? {} : { mergedInto: String(lead.mergedInto) }),
    at: new Date(lead.at).toISOString(),
    received: lead.received,
    stored: recordOf(lead),
    cut: lead.cut,
    ignored: lead.ignored,
    notes: notesOf(world, lead.leadId).map(({ noteId, content, isPin }) => ({
      noteId: String(noteId),
      content,
      isPin,
    })),
    activities: lead.activities,
    moreProperties: lead.moreProperties,
  }));

/** Returns the leaves of a record with their paths, in the record's order. */
export function leaves(value: Json, path = "", depth = 0): [path: string, leaf: Json][] {
  const inner = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  if (inner.length === 0 || depth > 9) return path === "" ? [] : [[path, value]];
  return inner.flatMap(([name, one]) => leaves(one, path === "" ? String(name) : `${path}.${name}`, depth + 1));
}
