import { wholeEmail } from "#lead/email.ts";
import { normalise } from "#lead/normalise.ts";
import { fewestDigits, phoneDigits } from "#lead/phone.ts";

/** What is worth asking about: an email or phone that looks whole, each once, as it would be sent. */
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
