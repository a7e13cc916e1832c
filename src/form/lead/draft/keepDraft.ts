import { tidy } from "#lead/tidy.ts";
import { isObject } from "#lead/json.ts";
import { keep } from "../../browser/device.ts";
import { keepOnPage } from "../../browser/deviceKeys.ts";
import type { Draft } from "./draft.ts";

/** Returns whether the draft is in storage as it is now. */
export const keepDraft = ({ key, onDevice }: Draft, answers: object): boolean =>
  (onDevice ? keep : keepOnPage)(key, withoutEmptyRows(answers));

/**
 * Removes rows without an answer. They are undefined in the form and would be null in JSON. The controls can render
 * neither.
 */
export function withoutEmptyRows(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.filter((row) => row !== undefined).map(withoutEmptyRows);
  if (!isObject(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, inner]) => [name, withoutEmptyRows(inner)]));
}

/** The answers as they would be sent, as text: to see whether they differ. */
export const said = (answers: unknown): string => JSON.stringify(tidy(answers));
