import { isObject } from "#lead/json.ts";

/** The person's name in a stored lead; empty once the answers were forgotten. */
export function nameIn(lead: unknown): string {
  const parsed: unknown = typeof lead === "string" && lead !== "" ? JSON.parse(lead) : undefined;
  return isObject(parsed) ? [parsed["firstName"], parsed["lastName"]].filter(Boolean).join(" ") : "";
}
