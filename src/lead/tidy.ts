import { isBlank } from "./characters.ts";
import type { Field } from "./field.ts";
import { isObject } from "./json.ts";
import { normalise } from "./normalise.ts";
import { questionAt } from "./questions.ts";

type FieldAt = (path: string) => Field | undefined;
/** No field has a longer path. Anything nested deeper is unknown. */
const longestPath = 80;

/**
 * Returns a draft as it would be sent: texts normalized by kind, empty values left out (blank text, null, empty lists
 * and objects). Tidying twice gives the same result. Other values stay unchanged, for the schema to validate.
 */
export function tidy(draft: unknown, fieldAt: FieldAt = questionAt): unknown {
  return tidied(draft, "", fieldAt) ?? {};
}

/** Whether something of a value would be sent: a blank text, an empty row and an empty list are no answers. */
export const isAnswered = (value: unknown): boolean => Object.keys(tidy({ value }) as object).length > 0;

function tidied(value: unknown, path: string, fieldAt: FieldAt): unknown {
  if (typeof value === "string") {
    const text = normalise(value, fieldAt(path)?.kind);
    return isBlank(text) ? undefined : text;
  }
  if (value === null) return undefined;
  const within = (key: string | number) =>
    path === "" ? `${key}` : path.length > longestPath ? path : `${path}.${key}`;
  if (Array.isArray(value)) {
    const items = value.map((item) => tidied(item, within(0), fieldAt)).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value)) {
    const entries = Object.entries(value)
      .map(([key, inner]) => [key, tidied(inner, within(key), fieldAt)] as const)
      .filter(([, inner]) => inner !== undefined);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return value;
}
