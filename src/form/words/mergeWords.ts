import { isObject } from "#lead/json.ts";
import type { Words } from "./words.ts";

/** Joins catalogues into one. A section that stands in both has the texts of both. */
export const mergeWords = (catalogues: readonly object[]): Words => catalogues.reduce(merge, {}) as Words;

function merge(first: object, second: object): object {
  const joined: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second) as [string, unknown][]) {
    const before = joined[key];
    joined[key] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return joined;
}
