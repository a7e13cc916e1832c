import type { Kind } from "./kinds.ts";

/** Free text. It keeps invisible characters: Persian, Indic scripts and emoji need joiners. */
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
/**
 * All other kinds (addresses, numbers) drop these: zero width spaces, soft hyphens, bidi marks. The meaning stays. A
 * joiner between two letters beyond ASCII that are seen stays: it is part of a domain's name (RFC 5892, CONTEXTJ).
 */
const unseen = /(?!(?<=(?!\p{ASCII}|\p{DI})[\p{L}\p{M}])[\u200c\u200d](?=(?!\p{ASCII}|\p{DI})\p{L}))\p{DI}/gu;

/** The characters that each kind allows. Form and proxy use the same rule. */
export const characters = (kind: Kind) => ({
  /** Removed before the answer is validated, counted, sent or compared. */
  dropped: words.has(kind) ? undefined : unseen,
  /** Makes the answer wrong: control characters, and line breaks where only one line is allowed. */
  refused: kind === "lines" ? /(?![\n\t])\p{Cc}/u : /\p{Cc}/u,
});

/** Whether a text shows nothing: white space and characters without a glyph (U+2800 is a Braille cell without dots). */
export const isBlank = (text: string) => !/[^\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u.test(text);

/**
 * Wraps a text in isolates, so that its direction does not change the text around it. Isolates inside it are removed,
 * because they would end ours. Used by Typed.tsx.
 */
export const isolatedAlways = (text: string) => `\u2068${text.replace(/[\u2066-\u2069]/g, "")}\u2069`;

const canTurn = /[\u0590-\u08ff\u200e-\u2069\ufb1d-\u{1efff}]/u;
/**
 * Same for plain text (a title, a label). The marks remain in that text, so they are added only if the text has
 * right-to-left letters or direction marks.
 */
export const isolated = (text: string) => (canTurn.test(text) ? isolatedAlways(text) : text);

/** Puts a text on one line, without control characters and lone surrogates, because Lofty would refuse it. */
export const oneLine = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
