import { isObject, textsIn } from "#lead/json.ts";
import { isReadable } from "./driver/unreadable.ts";

/**
 * Returns the person's name in a stored lead; empty after the lead was forgotten. A lead with an unknown station
 * version was not validated, so its name may have any type.
 */
export function nameIn(lead: unknown): string {
  const parsed: unknown =
    typeof lead === "string" && lead !== "" && isReadable({ lead }) ? JSON.parse(lead) : undefined;
  return nameOf(parsed);
}

/** Returns the person's name in the answers of a lead. */
export function nameOf(parsed: unknown): string {
  return isObject(parsed) ? textsIn([parsed["firstName"], parsed["lastName"]]).filter(Boolean).join(" ") : "";
}
