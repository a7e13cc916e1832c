import { emailKey } from "#lead/email.ts";
import type { JsonObject } from "#lead/json.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";
import { textsIn } from "../delivery/people.ts";

/** A way to reach someone, written so that two spellings of one are equal. */
export interface Reach {
  readonly kind: "email" | "phone";
  readonly value: string;
}

export const emailReach = (email: string): Reach => ({ kind: "email", value: emailKey(email) });

/** Digits alone, without the country's 1: the way Lofty searches phones (API.md 5). Undefined when too short. */
export function phoneReach(phone: string): Reach | undefined {
  const digits = phoneDigits(phone).replace(/^1(?=\d{10}$)/, "");
  return digits.length < fewestDigits ? undefined : { kind: "phone", value: digits };
}

/** Every way to reach the person of a lead. */
export function reachOf({ emails, phones }: JsonObject): readonly Reach[] {
  const found = [...textsIn(emails).map(emailReach), ...textsIn(phones).flatMap((phone) => phoneReach(phone) ?? [])];
  return [...new Map(found.map((reach) => [reach.value, reach])).values()];
}
