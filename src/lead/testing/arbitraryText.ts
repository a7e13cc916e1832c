import fc from "fast-check";
import { normalise } from "../normalise.ts";

/** Pieces of text as people type or paste them, and as phones send them. */
const pieces = [
  ...["a", "Z", "7", "-", "'", ".", " ", "O'Neill", "(650)"],
  ...["é", "e\u0301", "ñ", "n\u0303", "Å", "A\u030a", "\u1112\u1161\u11ab", "ｶ", "ﬁ"],
  ...["😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇫🇷", "👍🏽", "𠮷", "𝒳"],
  ...["שלום", "عربى", "\u200f", "王", "さくら", "ไทย", "नि", "\u00a0", "\u200b", "\u2028"],
  ...["\u200c", "\u200d", "\u00ad", "\ufe0f", "\ufeff", "\u202e", "\u202c", "\u2067", "\u2069", "\u2800"],
  "\u0301\u0316".repeat(16),
] as const;
/** Refused in every text: control characters and lone surrogates. */
const poison = ["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\ud83d", "\udc00"] as const;
const breaks = ["\n", "\r\n", "\r", "\t"] as const;

const joined = (from: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...from), { maxLength }).map((parts) => parts.join(""));

/** Any text, of any length and any characters. */
export const anyText = fc.oneof(
  joined([...pieces, ...breaks], 40),
  joined([...pieces, ...breaks, ...poison], 40),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

/** A text that fits `limit` (UTF-16 units) after normalization, often exactly. `lines` allows line breaks. */
export function fittingText(limit: number, lines = false): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.constantFrom(...pieces, ...(lines ? breaks : [])), { maxLength: 40 }), fc.boolean())
    .map(([parts, full]) => {
      const fit = parts.reduce((text, part) => (normalise(`a${text}${part}`).length <= limit ? text + part : text), "");
      const text = `a${fit}`;
      // Trailing blanks are trimmed, so a full text ends with a letter.
      return full ? text + "z".repeat(Math.max(0, limit - normalise(`${text}z`).length + 1)) : text;
    })
    .filter((text) => normalise(text).length <= limit);
}
