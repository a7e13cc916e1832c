import { int64Kinds } from "./field.ts";
import { fieldAt } from "./fields.ts";
import { isObject } from "./json.ts";

/** Not in TypeScript's library yet; Node 22 and newer have both. */
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(text: string, revive: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
}
const exact = JSON as unknown as ExactJson;

/** A lead as Lofty's JSON: 64-bit ids leave as bare numbers, digit for digit (Lofty refuses them as strings). */
export function toWire(lead: unknown): string {
  return JSON.stringify(bare(lead, ""));
}

function bare(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item, `${path}.0`));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, bare(inner, path === "" ? key : `${path}.${key}`)]),
    );
  if (typeof value !== "string" || !/^-?\d+$/.test(value)) return value;
  return int64Kinds.has(fieldAt(path)?.kind) ? exact.rawJSON(value) : value;
}

/** Parses JSON without losing a digit: an integer that a `Number` cannot hold arrives as its digits. */
export function parseExact(text: string): unknown {
  return exact.parse(text, (_key, value, { source }) =>
    typeof value === "number" && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
      ? source
      : value,
  );
}
