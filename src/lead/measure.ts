import type { Kind } from "./kinds.ts";
import { normalise } from "./normalise.ts";

export interface Measure {
  /** UTF-16 units that would be sent. */
  readonly length: number;
  /** Units still free; negative if over the limit. */
  readonly left: number;
  /** The part that Lofty would keep. Never ends inside a surrogate pair or a grapheme. */
  readonly kept: string;
}

let last: { readonly text: string; readonly limit: number; readonly kind: Kind; readonly found: Measure } | undefined;

/** Measures the normalized text against a limit in UTF-16 units. */
export function measure(text: string, limit: number, kind: Kind = "text"): Measure {
  // Each key press measures the same text four times: for count, line, tint and message.
  if (last?.text !== text || last.limit !== limit || last.kind !== kind)
    last = { text, limit, kind, found: measured(text, limit, kind) };
  return last.found;
}

function measured(text: string, limit: number, kind: Kind): Measure {
  const sent = normalise(text, kind);
  return { length: sent.length, left: limit - sent.length, kept: sent.length > limit ? keep(sent, limit) : sent };
}

/** Cuts at the last grapheme border at or before `limit`. */
function keep(text: string, limit: number): string {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * Returns the index in the typed text where the part ends that Lofty would keep. `limit` is in UTF-16 units of the
 * normalized text.
 */
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
  // Not inside a grapheme.
  return new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text).containing(end)?.index ?? end;
}
