/** A JSON value with exact integers: an integer that no `Number` holds is a `bigint` (LOFTY.md 3.3, ids above 2^53). */
export type Json = string | number | bigint | boolean | null | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json };

/** In Node since version 22, but not yet in TypeScript's library. */
interface ExactJson {
  rawJSON(text: string): unknown;
  parse(text: string, revive: (name: string, value: unknown, context: { source?: string }) => unknown): Json;
}
const exact = JSON as unknown as ExactJson;

export function parseExact(text: string): Json {
  return exact.parse(text, (_name, value, { source = "" }) =>
    typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? BigInt(source) : value,
  );
}

/** Serializes as Lofty does: every integer is a bare number with all digits. */
export function stringifyExact(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "bigint" ? exact.rawJSON(String(inner)) : inner,
  );
}

/**
 * Serializes for the control routes: integers above 2^53 are strings of digits, so that any client can compare them.
 */
export function stringifyReadable(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== "bigint") return inner;
    const number = Number(inner);
    return Number.isSafeInteger(number) ? number : String(inner);
  });
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
