import { normalise } from "./normalise.ts";

const longest = 254;
/** Quotation marks, dashes and dots that keyboards and word processors insert. No address contains them. */
const written = String.raw`\p{Pi}\p{Pf}‚„´ʼ′‐‑‒–—―−。`;
/** Characters that separate or surround addresses (RFC 5322, specials). */
const specials = String.raw`\s@.,;:<>()[\]\\"`;
const word = `[^${specials}${written}]+`;
const label = `[^${specials}${written}!#$%&'*+/=?^\`{|}~]+`;
const address = new RegExp(`^(?!')${word}(\\.${word})*(?<!')@${label}(\\.${label})+$`, "u");

/**
 * Whether the text is exactly one address. Only the mail server can tell if it exists. Quoted local parts are not
 * accepted.
 */
export const isEmail = (text: string): boolean =>
  text.length <= longest && address.test(text) && text.normalize("NFKC") === text;

/** The normalized address if the text is a complete one; undefined while its last part may be unfinished. */
export function wholeEmail(typed: string): string | undefined {
  const email = normalise(typed, "email");
  return isEmail(email) && /[^.]{2}$/.test(email) ? email : undefined;
}

/** Whether two texts are spellings of one address. */
export const sameEmail = (one: string, other: string): boolean => emailKey(one) === emailKey(other);
export const emailKey = (email: string): string => normalise(email, "email").toLowerCase();

/** Enough for a name, an address and what mail programs add. A longer text is something else that was pasted. */
const longestMended = 500;

/**
 * Returns the likely address for a text that is not a valid one. Removes `mailto:`, brackets, quotation marks and
 * punctuation around it, and spaces and doubled dots in it. Returns undefined if several addresses are possible.
 */
export function mendedEmail(typed: string): string | undefined {
  const text = normalise(typed, "email");
  if (text.length > longestMended || isEmail(text) || mayBePartOfIt(text)) return undefined;
  const plain = spelled(text.normalize("NFKC"));
  if (!plain.includes("@")) return undefined;
  for (const read of [plain, joined(plain, /\s*@\s*/g), joined(plain, /\s*[@.]\s*/g), plain.replace(/\s+/g, "")]) {
    const found = new Set(read.split(/\s+/).map(trimmed).filter(isEmail));
    const [email] = found;
    if (found.size > 0) return found.size === 1 ? email : undefined;
  }
  return undefined;
}

/** Whether words before an address may belong to it: `john smith@example.com`, `"ada lovelace"@example.com`. */
function mayBePartOfIt(text: string): boolean {
  if (/"[^"@]*\s[^"@]*"\s*@/.test(text)) return true;
  const at = text.indexOf("@");
  const before = text.slice(0, Math.max(0, at)).split(/\s+/).filter(Boolean);
  const local = (before.pop() ?? "").toLowerCase();
  if (before.length === 0 || /[<>()[\]"\p{Pi}\p{Pf}„:,;]/u.test(text.slice(0, at))) return false;
  return !before.some((word) => local.includes(word.toLowerCase()));
}

const joined = (text: string, sign: RegExp) => text.replace(sign, (found) => found.trim());

/** Replaces look-alike characters by their ASCII form, and the characters around an address by a space. */
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

/**
 * Removes punctuation around the address and empty parts between dots. A comma before the last label counts as a dot.
 */
const trimmed = (part: string): string =>
  part
    .replace(/^['.,;:!/-]+|['.,;:!/-]+$/g, "")
    .replace(/,(?=[^@,]+$)/, ".")
    .replace(/\.{2,}/g, ".")
    .replace(/\.?@\.?/, "@");
