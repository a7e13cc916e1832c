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
 * A text within another: what is written in it does not turn what stands around it. Its own isolates would end ours, so
 * they are left out. Shown with Typed.tsx.
 */
export const isolatedAlways = (text: string) => `\u2068${text.replace(/[\u2066-\u2069]/g, "")}\u2069`;

const canTurn = /[\u0590-\u08ff\u200e-\u2069\ufb1d-\u{1efff}]/u;
/** The same in plain text (a title, a label), where the marks stay: only right-to-left letters and overrides need them. */
export const isolated = (text: string) => (canTurn.test(text) ? isolatedAlways(text) : text);
