/** A text with fewer digits is an extension, an area code or a house number. */
export const fewestDigits = 7;

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Returns the digits of a text as ASCII, from any script. Phone look-ups use these. */
export const phoneDigits = (text: string): string =>
  (text.match(/\p{Nd}/gu) ?? []).map((digit) => (digit <= "9" ? digit : String(valueOf(digit)))).join("");

/** In Unicode the ten digits of a script are contiguous, and some sets of ten are adjacent. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (isDigit(zero - 1)) zero -= 1;
  return (code - zero) % 10;
}

/**
 * Whether the text has seven or more digits or letters, one of them a digit, and is no email. People type extensions,
 * spaces and vanity numbers; all are kept as typed.
 */
export const isPhone = (text: string): boolean =>
  !text.includes("@") && !shortenedBySheet.test(text) && sevenOfThem.test(text) && /\p{Nd}/u.test(text);
/** Excel saves a number in a narrow column as `4.15555E+09`. The other digits are gone. */
const shortenedBySheet = /^\s*\d([.,]\d+)?E\+\d+\s*$/i;
const sevenOfThem = /(?:[\p{Nd}A-Za-z][^\p{Nd}A-Za-z]*){7}/u;

/**
 * Splits a text that lists several phone numbers. Returns undefined for a single number. Commas and slashes also occur
 * inside one number (`030 / 555 01 34`, `415-555-0134, ext. 12`), so every part must be a complete number.
 */
export function phonesIn(text: string): readonly string[] | undefined {
  const parts = text
    .split(/[\n\t;,|&/]|\s(?:or|and)\s/i)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 && parts.every(isWhole) ? parts : undefined;
}

/**
 * Shortens a phone number that is too long: the part before the first letter, or else its digits only. Returns
 * undefined if neither fits or there are too few digits.
 */
export function shortPhone(text: string, limit: number): string | undefined {
  const [number = ""] = /^[^\p{L}]*/u.exec(text) ?? [];
  const digits = phoneDigits(number);
  const compact = `${number.trim().startsWith("+") ? "+" : ""}${digits}`;
  if (digits.length < fewestDigits) return undefined;
  // Otherwise the digits alone are more than one number, or have a 0 that is not dialled.
  const isOne = digits.length <= 15 && !/\(\s*0\s*\)|[/*#;,]/.test(number);
  return [number.trim(), ...(isOne ? [compact] : [])].find((short) => short.length <= limit);
}

/** The first run of digits with the signs between them that is long enough for a phone number. */
export const firstPhoneIn = (text: string): string | undefined =>
  text
    .match(/[+(]?\p{Nd}[\p{Nd}\s().-]*/gu)
    ?.find((run) => phoneDigits(run).length >= fewestDigits)
    ?.match(/^[^]*\p{Nd}/u)?.[0];

/** A part that begins with "ext" or "x" is an extension, even with seven digits. */
const isWhole = (part: string) => phoneDigits(part).length >= fewestDigits && !/^(ext|x)/i.test(part);
