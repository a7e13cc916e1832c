import type { Kind } from "./kinds.ts";
import { measure } from "./measure.ts";
import { normalise } from "./normalise.ts";

const divides = (sign: string) => /[\s\-‐‑–]/.test(sign);

/** Cuts a text to a limit (UTF-16 units) at the end of a word or before a hyphen, if there is one. */
export function shorten(text: string, limit: number, kind: Kind = "text"): string {
  const { kept, left } = measure(text, limit, kind);
  if (left >= 0) return kept;
  const sent = normalise(text, kind);
  let end = kept.length;
  while (end > 0 && !divides(sent.charAt(end))) end -= 1;
  while (end > 0 && divides(sent.charAt(end - 1))) end -= 1;
  return end > 0 ? kept.slice(0, end) : kept;
}
