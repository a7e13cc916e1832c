import { emailKey } from "#lead/email.ts";
import { type JsonObject, textsIn } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";

import { isReadable } from "./driver/unreadable.ts";

/** An email or phone in a normal form, so that two spellings of one are equal. */
export interface Reach {
  readonly kind: "email" | "phone";
  readonly value: string;
}

export const emailReach = (email: string): Reach => ({ kind: "email", value: emailKey(email) });

/**
 * Returns digits only, without the leading country code 1, because Lofty searches phones that way (LOFTY.md 5).
 * Undefined when too short.
 */
export function phoneReach(phone: string): Reach | undefined {
  const digits = phoneDigits(phone).replace(/^1(?=\d{10}$)/, "");
  return digits.length < fewestDigits ? undefined : { kind: "phone", value: digits };
}

/** Returns every email and phone of a lead, without duplicates. Leaves out emails with control characters. */
export function reachOf({ emails, phones }: JsonObject): readonly Reach[] {
  // Postgres stores no NUL. A lead that could not be validated may have one.
  const readable = textsIn(emails).filter((email) => !/\p{Cc}/u.test(email));
  const found = [...readable.map(emailReach), ...textsIn(phones).flatMap((phone) => phoneReach(phone) ?? [])];
  return [...new Map(found.map((reach) => [reach.value, reach])).values()];
}

/** Returns every email and phone of a stored lead; none when it cannot be read. */
export const reachIn = (lead: string): readonly Reach[] =>
  lead !== "" && isReadable({ lead }) ? reachOf(parseExact(lead) as JsonObject) : [];
