import { int64Kinds } from "./field.ts";
import { fieldAt } from "./fields.ts";
import { isObject } from "./json.ts";

/** TypeScript's library does not have these yet. Node 22 and newer have both. */
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(text: string, revive: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
}
const exact = JSON as unknown as ExactJson;

/** Returns a lead as JSON for Lofty. 64-bit ids become bare numbers with all digits, because Lofty refuses strings. */
export function toWire(lead: unknown): string {
  return JSON.stringify(bare(lead, ""));
}

function bare(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item, `${path}.0`));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, bare(inner, path === "" ? key : `${path}.${key}`)]),
    );
  // "007" is no number in JSON. It stays a text, and the schema refuses it.
  if (typeof value !== "string" || !/^-?(0|[1-9]\d*)$/.test(value)) return value;
  return int64Kinds.has(fieldAt(path)?.kind) ? exact.rawJSON(value) : value;
}

/**
 * Parses JSON without losing digits: an integer that a `Number` cannot hold is returned as a string of its digits. Such
 * an integer has 16 digits or more. Other text is parsed without a reviver, in a fifth of the time.
 */
export function parseExact(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return exact.parse(text, (_key, value, { source }) =>
    typeof value === "number" && source !== undefined && /^-?\d+$/.test(source) && !Number.isSafeInteger(value)
      ? source
      : value,
  );
}
