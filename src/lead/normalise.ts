import { characters } from "./characters.ts";
import type { Kind } from "./kinds.ts";

const plain = /^[\x20-\x7e]*$/;
/** More combining marks than any script puts on one letter (UAX #15, stream-safe text). */
const manyMarks = /\p{M}{31}/u;

/**
 * Returns a Unicode normal form. A text with very many marks in a row is returned unchanged, because sorting them takes
 * quadratic time: 1 s for 64 kB.
 */
export const inForm = (text: string, form: "NFC" | "NFKC" | "NFKD"): string =>
  manyMarks.test(text) ? text : text.normalize(form);

/**
 * The form of a text for counting, sending and comparing: without the characters that its kind drops (characters.ts),
 * composed (NFC, but for the ideographs below), line ends as `\n`, trimmed. In texts of several lines, the control
 * characters that word processors use for line breaks are line ends, too.
 */
export function normalise(text: string, kind: Kind = "text"): string {
  // Most texts. Nothing of them is dropped or composed.
  if (plain.test(text)) return text.trim();
  const { dropped } = characters(kind);
  const kept = dropped ? text.replace(dropped, "") : text;
  const lineEnds = kind === "lines" ? /\r\n?|[\v\f\x85]/g : /\r\n?/g;
  return composed(kept).replace(lineEnds, "\n").trim();
}

/** NFC gives these another glyph, as in Japanese names: \u{FA10} is not \u{585A}. */
const compatible = "\\uF900-\\uFAFF\\u{2F800}-\\u{2FA1F}";
const hasCompatible = new RegExp(`[${compatible}]`, "u");
const others = new RegExp(`[^${compatible}]+`, "gu");

function composed(text: string): string {
  const inNfc = inForm(text, "NFC");
  if (inNfc === text || !hasCompatible.test(text)) return inNfc;
  return text.replaceAll(others, (part) => inForm(part, "NFC"));
}
