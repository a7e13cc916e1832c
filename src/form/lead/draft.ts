import { isVisited } from "#lead/allowed.ts";
import { isObject } from "#lead/json.ts";
import { keep, recall } from "../device.ts";
import type { FormStation } from "../station/useStation.ts";

/** Where this device keeps a station's unfinished lead; visitors' answers are never kept. */
export const draftKey = (station: FormStation): string | undefined =>
  station.drafts && !isVisited(station) ? `draft:${station.id}` : undefined;

export const recallDraft = (key: string | undefined) => (key === undefined ? undefined : recall<object>(key));

export const keepDraft = (key: string, answers: object) => keep(key, withoutEmptyRows(answers));

/** A row that nobody has written in is undefined in a form, would be null in JSON, and can be drawn as neither. */
function withoutEmptyRows(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.filter((row) => row !== undefined).map(withoutEmptyRows);
  if (!isObject(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, inner]) => [name, withoutEmptyRows(inner)]));
}
