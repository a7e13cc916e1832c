import { characters } from "./characters.ts";
import type { Kind } from "./field.ts";

/** More marks on one letter than any writing has (UAX #15, stream-safe text). */
const manyMarks = /\p{M}{31}/u;

/**
 * A Unicode normal form. A text with very many marks in a row stays as it is: sorting them takes quadratic time, a
 * second for 64 kB.
 */
export const inForm = (text: string, form: "NFC" | "NFKC" | "NFKD"): string =>
  manyMarks.test(text) ? text : text.normalize(form);

/**
 * The form in which a text is counted, sent and compared: without what its kind drops (characters.ts), composed (NFC),
 * line ends as `\n`, trimmed.
 */
export function normalise(text: string, kind: Kind = "text"): string {
  const { dropped } = characters(kind);
  const kept = dropped ? text.replace(dropped, "") : text;
  return inForm(kept, "NFC").replace(/\r\n?/g, "\n").trim();
}
