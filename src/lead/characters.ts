import type { Kind } from "./field.ts";

/** Words as people write them. They need joiners (Persian, Indic scripts, emoji), and keep what else nobody sees. */
const words: ReadonlySet<Kind> = new Set<Kind>([
  "text",
  "lines",
  "token",
  "suggested",
  "listed",
  "state",
  "stateCode",
  "rows",
  "attributes",
]);
/** Every other answer, an address or a number, means the same without: zero width spaces, soft hyphens, bidi marks. */
const unseen = /\p{Default_Ignorable_Code_Point}+/gu;

/** What each kind may hold; the form, the proxy and whoever else sends leads are judged by it. */
export const characters = (kind: Kind) => ({
  /** Left out before the answer is judged, counted, sent or compared. */
  dropped: words.has(kind) ? undefined : unseen,
  /** Makes the answer wrong: control characters, and line ends where there is one line. */
  refused: kind === "lines" ? /(?![\n\t])\p{Cc}/u : /\p{Cc}/u,
});

/** Whether a text shows nothing: white space, and characters without a picture (U+2800 is a Braille cell with no dots). */
export const isBlank = (text: string) => !/[^\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u.test(text);

/**
 * A text as a part of plain text (a title, a label, a cell): what is written in it does not turn what stands around it.
 * Its own isolates would end ours, so they are left out. In elements `<bdi>` does this.
 */
export const isolated = (text: string) => `\u2068${text.replace(/[\u2066-\u2069]/g, "")}\u2069`;
