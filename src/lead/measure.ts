import type { Kind } from "./field.ts";
import { normalise } from "./normalise.ts";

export interface Measure {
  /** UTF-16 units that would be sent. */
  readonly length: number;
  /** Units still free; negative once over the limit. */
  readonly left: number;
  /** What Lofty would keep: never half a surrogate pair, never half of what a person sees as one character. */
  readonly kept: string;
}

/** Measures a text as it would be sent, against a limit in UTF-16 units. */
export function measure(text: string, limit: number, kind: Kind = "text"): Measure {
  const sent = normalise(text, kind);
  return { length: sent.length, left: limit - sent.length, kept: sent.length > limit ? keep(sent, limit) : sent };
}

/** Cuts at the border of a character as people see it (a grapheme), at or before `limit`. */
function keep(text: string, limit: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Where the part of a typed text ends that Lofty would keep: its first `end` units are sent whole, the next is not. */
export function endOfKept(text: string, limit: number, kind: Kind = "text"): number {
  const fits = (end: number) => normalise(text.slice(0, end), kind).length <= limit;
  let end = 0;
  let over = text.length;
  if (fits(over)) return over;
  while (over - end > 1) {
    const middle = (end + over) >> 1;
    if (fits(middle)) end = middle;
    else over = middle;
  }
  // Not in the middle of what a person sees as one character.
  return new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text).containing(end)?.index ?? end;
}
