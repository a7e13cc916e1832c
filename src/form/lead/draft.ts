import { isVisited } from "#lead/allowed.ts";
import type { StationEvent } from "#lead/station.ts";
import { forget, recall } from "../device.ts";
import type { FormStation } from "../station/useStation.ts";

/** Where the lead in hand is kept while it is typed (keepDraft.ts). */
export interface Draft {
  readonly key: string;
  /** Kept over a reload; else as long as the page lives. */
  readonly onDevice: boolean;
  /** The event of a lead that came back refused: it stays at its house. Null: it was taken at none. */
  readonly event?: StationEvent | null;
}

/** A station's unfinished lead; where the office wants none of them on its devices, this page alone remembers it. */
export const unfinished = ({ id, drafts = false }: FormStation): Draft => ({ key: `draft:${id}`, onDevice: drafts });

/** The keys of a station's leads that came back refused and are being corrected (draftAgain.ts), the one in hand last. */
export const correctionsAt = ({ id }: FormStation): readonly string[] =>
  (recall<readonly string[]>(`corrections:${id}`) ?? []).filter((key) => recall(key) !== undefined);

/**
 * The draft of the lead in hand: one that came back refused goes first, and the unfinished one that it covered is there
 * again after it. Visitors' answers are never kept.
 */
export function draftOf(station: FormStation): Draft | undefined {
  if (isVisited(station)) return undefined;
  const refused = correctionsAt(station).at(-1);
  return refused === undefined ? unfinished(station) : correctionAt(refused);
}

/** Beside a correction stands the event that its lead was saved under. */
export const eventKey = (key: string) => `${key}:event`;

function correctionAt(key: string): Draft {
  const event = recall<StationEvent | null>(eventKey(key));
  return { key, onDevice: true, ...(event !== undefined && { event }) };
}

export const recallDraft = (draft: Draft | undefined) => draft && recall<object>(draft.key);

export function forgetDraft(draft: Draft | undefined): void {
  if (draft) forget(draft.key);
}

const ended = new WeakSet<Draft>();

/** The lead was sent or thrown away: what a box still says on its way out does not bring it back. */
export function endDraft(draft: Draft | undefined): void {
  if (draft) {
    ended.add(draft);
    forget(eventKey(draft.key));
  }
  forgetDraft(draft);
}

export const hasEnded = (draft: Draft) => ended.has(draft);
