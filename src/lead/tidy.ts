import { isBlank } from "./characters.ts";
import type { Field } from "./field.ts";
import { isObject } from "./json.ts";
import { normalise } from "./normalise.ts";
import { questionAt } from "./questions.ts";

type FieldAt = (path: string) => Field | undefined;
/** No field has a longer path; what is nested deeper is unknown. */
const longestPath = 80;

/**
 * A draft as it would be sent: texts normalised as their kind is, everything empty left out (text that shows nothing,
 * null, empty lists and objects). Tidying twice is tidying once. Values of any other kind pass through for the schema
 * to judge.
 */
export function tidy(draft: unknown, fieldAt: FieldAt = questionAt): unknown {
  return tidied(draft, "", fieldAt) ?? {};
}

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
