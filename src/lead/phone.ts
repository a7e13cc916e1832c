/** Fewer digits are an extension, an area code or a house number. */
export const fewestDigits = 7;

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** The digits of a text, of any script, as ASCII: a number is looked for by these. */
export const phoneDigits = (text: string): string =>
  (text.match(/\p{Nd}/gu) ?? []).map((digit) => (digit <= "9" ? digit : String(valueOf(digit)))).join("");

/** Unicode keeps ten digits together, and some sets of ten side by side. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (isDigit(zero - 1)) zero -= 1;
  return (code - zero) % 10;
}

/** Seven digits or letters at least: people write extensions, spaces and vanity numbers, and all are kept as typed. */
export const isPhone = (text: string): boolean => sevenOfThem.test(text) && /\p{Nd}/u.test(text);
const sevenOfThem = /(?:[\p{Nd}A-Za-z][^\p{Nd}A-Za-z]*){7}/u;

/**
 * The numbers of a text that lists several; undefined where it is one. Commas and slashes stand in numbers too
 * (`030 / 555 01 34`, `415-555-0134, ext. 12`): every part must be a number by itself.
 */
export function phonesIn(text: string): readonly string[] | undefined {
  const parts = text
    .split(/[\n\t;,|&/]|\s(?:or|and)\s/i)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 && parts.every(isWhole) ? parts : undefined;
}

/** What is left of a number that is too long: what stands before any words, else its digits. Undefined when that is none. */
export function shortPhone(text: string, limit: number): string | undefined {
  const [number = ""] = /^[^\p{L}]*/u.exec(text) ?? [];
  const digits = phoneDigits(number);
  const compact = `${number.trim().startsWith("+") ? "+" : ""}${digits}`;
  if (digits.length < fewestDigits) return undefined;
  return [number.trim(), compact].find((short) => short.length <= limit);
}

/** An extension of seven digits would begin with its word. */
const isWhole = (part: string) => phoneDigits(part).length >= fewestDigits && !/^(ext|x)/i.test(part);
