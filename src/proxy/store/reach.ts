import { emailKey } from "#lead/email.ts";
import { type JsonObject, textsIn } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";
import { isReadable } from "./driver/unreadable.ts";
import { phoneNumber } from "./phoneNumber.ts";

/** An email or phone in a normal form, so that two spellings of one are equal. */
export interface Reach {
  readonly kind: "email" | "phone";
  readonly value: string;
}

export const emailReach = (email: string): Reach => ({ kind: "email", value: emailKey(email) });

/** Returns the number that identifies a phone; undefined when it is too short. */
function phoneReach(phone: string): Reach | undefined {
  const value = phoneNumber(phone);
  return value.length < fewestDigits ? undefined : { kind: "phone", value };
}

/** Also returns the form in which earlier versions stored it: their opt-outs are hashes and cannot be rewritten. */
function phoneReaches(phone: string): readonly Reach[] {
  const earlier = phoneDigits(phone).replace(/^1(?=\d{10}$)/, "");
  const values = [phoneReach(phone)?.value ?? "", earlier].filter((value) => value.length >= fewestDigits);
  return values.map((value) => ({ kind: "phone", value }));
}

/** Returns every email and phone of a lead, without duplicates. Leaves out emails with control characters. */
export function reachOf({ emails, phones }: JsonObject): readonly Reach[] {
  // Postgres stores no NUL. A lead that could not be validated may have one.
  const readable = textsIn(emails).filter((email) => !/\p{Cc}/u.test(email));
  const found = [...readable.map(emailReach), ...textsIn(phones).flatMap(phoneReaches)];
  return [...new Map(found.map((reach) => [reach.value, reach])).values()];
}

/** Returns every email and phone of a stored lead; none when it cannot be read. */
export const reachIn = (lead: string): readonly Reach[] =>
  lead !== "" && isReadable({ lead }) ? reachOf(parseExact(lead) as JsonObject) : [];
