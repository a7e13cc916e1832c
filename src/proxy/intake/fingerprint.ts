import { createHash } from "node:crypto";
import { isObject } from "#lead/json.ts";

/** The meaning of a JSON body in 64 hex digits: equal for equal values, whatever the order of keys. */
export const fingerprint = (body: unknown): string => createHash("sha256").update(canonical(body)).digest("hex");

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}
