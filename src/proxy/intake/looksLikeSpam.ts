import { isObject } from "#lead/json.ts";
import type { FormTimes } from "../guard/formTimes.ts";

/** The reason for parking a lead that a program has probably filled in. Staff release it. */
export const spamLike = "looks-like-spam";

export interface SpamGuard {
  readonly ageMs: FormTimes["ageMs"];
  /** The least time a person needs, in milliseconds. 0: no check. */
  readonly leastMs: number;
}

/**
 * Whether a form on a web page was filled in by a program: its hidden box has a text, or it was sent too soon after it
 * was opened. A submission without these two fields is from another form: not checked.
 */
export function looksLikeSpam(body: unknown, { ageMs, leastMs }: SpamGuard): boolean {
  const form = isObject(body) && isObject(body["form"]) ? body["form"] : {};
  const { trap, opened } = form;
  if (typeof trap === "string" && trap !== "") return true;
  if (typeof opened !== "string" || leastMs === 0) return false;
  const age = ageMs(opened);
  // The age is negative if our clock was set back, or another proxy's is ahead.
  return age === undefined || (age >= 0 && age < leastMs);
}
