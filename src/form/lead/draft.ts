import { isVisited } from "#lead/allowed.ts";
import { isObject } from "#lead/json.ts";
import { forget, keep, keepOnPage, recall } from "../device.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { dropUnsent } from "../send/unsent.ts";
import type { FormStation } from "../station/useStation.ts";

/** Where the lead in hand is kept while it is typed. */
export interface Draft {
  readonly key: string;
  /** Kept over a reload; else as long as the page lives. */
  readonly onDevice: boolean;
}

/** A station's unfinished lead; where the office wants none of them on its devices, this page alone remembers it. */
const unfinished = ({ id, drafts }: FormStation): Draft => ({ key: `draft:${id}`, onDevice: drafts });
const correction = (key: string): Draft => ({ key, onDevice: true });

/** The keys of a station's leads that came back refused and are being corrected, the one in hand last. */
const listOf = ({ id }: FormStation) => `corrections:${id}`;
const correctionsAt = (station: FormStation) =>
  (recall<readonly string[]>(listOf(station)) ?? []).filter((key) => recall(key) !== undefined);

/**
 * The draft of the lead in hand: one that came back refused goes first, and the unfinished one that it covered is there
 * again after it. Visitors' answers are never kept.
 */
export function draftOf(station: FormStation): Draft | undefined {
  if (isVisited(station)) return undefined;
  const refused = correctionsAt(station).at(-1);
  return refused === undefined ? unfinished(station) : correction(refused);
}

/** A submission that was refused is a draft again: it is kept as one before it leaves the unsent. */
export function draftAgain(station: FormStation, refused: Outgoing, answers: object): Draft {
  const draft = correction(`correction:${refused.id}`);
  keepDraft(draft, answers);
  keep(listOf(station), [...correctionsAt(station), draft.key]);
  dropUnsent(refused);
  return draft;
}

/** How many leads are covered by the one in hand, and come back after it. */
export const coveredBy = ({ key }: Draft, station: FormStation): number =>
  [...correctionsAt(station), unfinished(station).key].filter((other) => other !== key && recall(other) !== undefined)
    .length;

export const recallDraft = (draft: Draft | undefined) => draft && recall<object>(draft.key);

export const keepDraft = ({ key, onDevice }: Draft, answers: object) =>
  (onDevice ? keep : keepOnPage)(key, withoutEmptyRows(answers));

export const forgetDraft = (draft: Draft | undefined) => draft && forget(draft.key);

/** A row that nobody has written in is undefined in a form, would be null in JSON, and can be drawn as neither. */
function withoutEmptyRows(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.filter((row) => row !== undefined).map(withoutEmptyRows);
  if (!isObject(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, inner]) => [name, withoutEmptyRows(inner)]));
}
