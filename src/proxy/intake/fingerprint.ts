import { hash } from "node:crypto";
import { isObject } from "#lead/json.ts";

/** Returns a hash of a JSON body in 64 hex digits. Equal values have equal hashes, whatever the order of keys. */
export const fingerprint = (body: unknown): string => hash("sha256", canonical(body), "hex");

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? "null";
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}
