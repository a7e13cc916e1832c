import { normalise } from "./normalise.ts";

const longest = 254;
/** Quotation marks, dashes and stops that keyboards and word processors put in an address; no address holds them. */
const written = String.raw`\p{Pi}\p{Pf}‚„´ʼ′‐‑‒–—―−。`;
/** What divides addresses, or stands around one (RFC 5322, specials). */
const specials = String.raw`\s@.,;:<>()[\]\\"`;
const word = `[^${specials}${written}]+`;
const label = `[^${specials}${written}!#$%&'*+/=?^\`{|}~]+`;
const address = new RegExp(`^(?!')${word}(\\.${word})*(?<!')@${label}(\\.${label})+$`, "u");

/** One address, and nothing around it: only the mail server knows more. Quoted names before the at sign are not taken. */
export const isEmail = (text: string): boolean =>
  text.length <= longest && address.test(text) && text.normalize("NFKC") === text;

/** The address of a text that looks whole, as it is sent; undefined while its last part may still be growing. */
export function wholeEmail(typed: string): string | undefined {
  const email = normalise(typed, "email");
  return isEmail(email) && /[^.]{2}$/.test(email) ? email : undefined;
}

/** Two spellings of one address are equal. */
export const sameEmail = (one: string, other: string): boolean => emailKey(one) === emailKey(other);
export const emailKey = (email: string): string => normalise(email, "email").toLowerCase();

/** A name, an address and what mail programs add; more is a text that somebody pasted. */
const longestMended = 500;

/**
 * The address that is likely meant by a text that is none: without `mailto:`, brackets, quotation marks and
 * punctuation around it, without spaces and doubled dots in it. Undefined where several could be meant.
 */
export function mendedEmail(typed: string): string | undefined {
  const text = normalise(typed, "email");
  if (text.length > longestMended || isEmail(text)) return undefined;
  const plain = spelled(text.normalize("NFKC"));
  for (const read of [plain, joined(plain, /\s*@\s*/g), joined(plain, /\s*[@.]\s*/g), plain.replace(/\s+/g, "")]) {
    const found = new Set(read.split(/\s+/).map(trimmed).filter(isEmail));
    const [email] = found;
    if (found.size > 0) return found.size === 1 ? email : undefined;
  }
  return undefined;
}

const joined = (text: string, sign: RegExp) => text.replace(sign, (found) => found.trim());

/** The signs of an address as they are meant; what stands around one becomes a space. */
function spelled(text: string): string {
  const plain = text
    .replace(/[‘’‚´ʼ′]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[。]/g, ".")
    .replace(/mailto:/gi, " ")
    .replace(/\?\S*|[<>[\]\\"\p{Pi}\p{Pf}„]/gu, " ");
  const withAt = plain.includes("@")
    ? plain
    : plain.replace(/%40|\s*\(at\)\s*|\s+at\s+/gi, "@").replace(/\s*\(dot\)\s*|\s+dot\s+/gi, ".");
  return withAt.replace(/[()]/g, " ").replace(/@+/g, "@");
}

/** Without punctuation around it and without empty parts between dots. A comma before the domain's end is a slip for a dot. */
const trimmed = (part: string): string =>
  part
    .replace(/^['.,;:!/-]+|['.,;:!/-]+$/g, "")
    .replace(/,(?=[^@,]+$)/, ".")
    .replace(/\.{2,}/g, ".")
    .replace(/\.?@\.?/, "@");
