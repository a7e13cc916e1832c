import { isVisited } from "#lead/station/allowed.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { keepInTab, recallInTab } from "../../browser/tab.ts";
import { recall } from "../../browser/device.ts";
import type { FormStation } from "../../station/useStation.ts";
import { newId } from "../../browser/newId.ts";
import { correctedId, correctionKey } from "../../sending/queue/entry.ts";

/** Where the unfinished lead of the form is stored (keepDraft.ts). */
export interface Draft {
  readonly key: string;
  readonly station: string;
  /** Stored in the browser. Otherwise it lasts as long as the page. */
  readonly onDevice: boolean;
  /** The event of a refused lead that is corrected: the lead keeps it. Null: the lead has no event. */
  readonly event?: StationEvent | null;
}

/**
 * The keys of the drafts that this tab has open at a station. The last one is in the form: a lead that came back
 * refused covers the lead that was being typed. Every lead has its own key, so two tabs have two leads.
 */
export const inHand = (station: string): readonly string[] => recallInTab<readonly string[]>(`hand:${station}`) ?? [];

export const hold = (station: string, keys: readonly string[]) => keepInTab(`hand:${station}`, keys);

/**
 * The draft of the lead in the form; creates one if there is none. Undefined for visitors: their answers are never
 * stored.
 */
export function draftOf(station: FormStation): Draft | undefined {
  if (isVisited(station)) return undefined;
  const { id, drafts = false } = station;
  // Another tab, or the device, may have ended a correction: the next lead must not get its id.
  hold(
    id,
    inHand(id).filter((key) => correctedId(key) === undefined || recall(key) !== undefined),
  );
  if (inHand(id).length === 0) hold(id, [`draft:${id}:${newId()}`]);
  const key = inHand(id).at(-1) as string;
  const event = recall<StationEvent | null>(eventKey(key));
  return { key, station: id, onDevice: drafts || key.startsWith("correction:"), ...(event !== undefined && { event }) };
}

/** The draft in which a queued lead is corrected. */
export const correctionOf = (station: string, id: string): Draft => ({
  key: correctionKey(station, id),
  station,
  onDevice: true,
});

/** The key of the event that belongs to a correction. */
export const eventKey = (key: string) => `event-of:${key}`;

export const recallDraft = (draft: Draft | undefined) => draft && recall<object>(draft.key);
