import { wholeEmail } from "#lead/email.ts";
import { normalise } from "#lead/normalise.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";

/** Returns the emails and phones that look complete, without duplicates, in the form in which they are sent. */
export function reaches(emails: unknown, phones: unknown) {
  return { emails: whole(emails, wholeEmail), phones: whole(phones, wholePhone) };
}

function wholePhone(typed: string): string | undefined {
  const phone = normalise(typed, "phone");
  return phoneDigits(phone).length >= fewestDigits ? phone : undefined;
}

const whole = (rows: unknown, read: (text: string) => string | undefined): readonly string[] => {
  const texts = Array.isArray(rows) ? rows.filter((row) => typeof row === "string").map(read) : [];
  return [...new Set(texts.filter((text) => text !== undefined))];
};
