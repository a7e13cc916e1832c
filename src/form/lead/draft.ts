import { isVisited } from "#lead/allowed.ts";
import type { StationEvent } from "#lead/station.ts";
import { keepInTab, recallInTab } from "../browser/tab.ts";
import { recall } from "../device.ts";
import type { FormStation } from "../station/useStation.ts";
import { newId } from "./newId.ts";

/** Where the lead in hand is kept while it is typed (keepDraft.ts). */
export interface Draft {
  readonly key: string;
  readonly station: string;
  /** Kept over a reload; else as long as the page lives. */
  readonly onDevice: boolean;
  /** The event of a lead that came back refused: it stays at its house. Null: it was taken at none. */
  readonly event?: StationEvent | null;
}

/**
 * The keys of a station's drafts that this tab has in hand, the one in the form last: a lead that came back refused
 * covers the one that was being typed. Every lead has a key of its own, so two tabs hold two leads.
 */
export const inHand = (station: string): readonly string[] => recallInTab<readonly string[]>(`hand:${station}`) ?? [];

export const hold = (station: string, keys: readonly string[]) => keepInTab(`hand:${station}`, keys);

/** The draft of the lead in hand, or of a new one. Visitors' answers are never kept. */
export function draftOf(station: FormStation): Draft | undefined {
  if (isVisited(station)) return undefined;
  const { id, drafts = false } = station;
  if (inHand(id).length === 0) hold(id, [`draft:${id}:${newId()}`]);
  const key = inHand(id).at(-1) as string;
  const event = recall<StationEvent | null>(eventKey(key));
  return { key, station: id, onDevice: drafts || key.startsWith("correction:"), ...(event !== undefined && { event }) };
}

/** Beside a correction stands the event that its lead was saved under. */
export const eventKey = (key: string) => `event-of:${key}`;

export const recallDraft = (draft: Draft | undefined) => draft && recall<object>(draft.key);
