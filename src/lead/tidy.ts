import { isObject } from "./json.ts";
import { normalise } from "./normalise.ts";

/**
 * A draft as it would be sent: texts normalised, everything empty left out (blank text, null, empty lists and
 * objects). Tidying twice is tidying once. Values of any other kind pass through for the schema to judge.
 */
export function tidy(draft: unknown): unknown {
  return tidied(draft) ?? {};
}

function tidied(value: unknown): unknown {
  if (typeof value === "string") return normalise(value) || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(tidied).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isObject(value)) {
    const entries = Object.entries(value)
      .map(([key, inner]) => [key, tidied(inner)] as const)
      .filter(([, inner]) => inner !== undefined);
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return value;
}
