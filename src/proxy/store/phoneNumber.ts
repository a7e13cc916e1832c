import { fewestDigits, phoneDigits } from "#lead/phone.ts";

const extension = /(?:\bext(?:ension|n)?\b|ext|x|#)[\s.:=]*\p{Nd}[^]*$/iu;
/** The letters on the keys 2 to 9 of a phone. */
const keys = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
const keyOf = (letter: string) => String(keys.findIndex((on) => on.includes(letter.toLowerCase())) + 2);

/**
 * Returns the digits that identify a phone: without an extension, 00 and the country code 1, because Lofty searches
 * phones that way (LOFTY.md 5). With too few digits, letters count as the keys that a caller presses, as in
 * 1-800-FLOWERS. A text that begins with a word, such as "no phone 0", is not a phone number.
 */
export function phoneNumber(text: string): string {
  const number = [text.replace(extension, ""), text].map(phoneDigits).find((digits) => digits.length >= fewestDigits);
  const isNumber = /^\W*\d/.test(text);
  const digits = number ?? phoneDigits(isNumber ? text.replaceAll(/[a-z]/gi, keyOf) : text);
  return digits.replace(/^00(?=[1-9]\d{7})/, "").replace(/^1(?=\d{10}$)/, "");
}
