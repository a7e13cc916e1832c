import { isObject } from "#lead/json.ts";
import { keep } from "../device.ts";
import { keepOnPage } from "../deviceKeys.ts";
import type { Draft } from "./draft.ts";

export const keepDraft = ({ key, onDevice }: Draft, answers: object) =>
  (onDevice ? keep : keepOnPage)(key, withoutEmptyRows(answers));

/** A row that nobody has written in is undefined in a form, would be null in JSON, and can be drawn as neither. */
function withoutEmptyRows(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.filter((row) => row !== undefined).map(withoutEmptyRows);
  if (!isObject(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, inner]) => [name, withoutEmptyRows(inner)]));
}
