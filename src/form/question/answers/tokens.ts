import { folded } from "../../ui/match.ts";

/** The commas of different scripts. */
const comma = /[,、،､﹐﹑，]/;
/** Further separators in a pasted list. */
const pastedBreak = /[;；\t\n\r]/;

/** Whether a typed text ends a token: it ends with a comma and no known token starts with it. */
export const endsToken = (typed: string, known: readonly string[]): boolean =>
  comma.test(typed.slice(-1)) && !known.some((token) => folded(token).startsWith(folded(typed)));

/** Splits a typed text into tokens. */
export const tokensTyped = (text: string, known: readonly string[]) => tokensIn(text, comma, known);

/** Splits a pasted text into tokens, also at lines, tabs and semicolons. */
export const tokensPasted = (text: string, known: readonly string[]) =>
  tokensIn(text, new RegExp(`${comma.source}|${pastedBreak.source}`), known);

/**
 * A part that equals a known token, ignoring case, accents and spaces, becomes that token. Known tokens may contain
 * commas.
 */
function tokensIn(text: string, separator: RegExp, known: readonly string[]): readonly string[] {
  const pieces = text.split(new RegExp(`(${separator.source})`));
  const most = Math.max(0, ...known.map((token) => token.split(separator).length - 1));
  const tokens: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const { token, end } = longestKnown(pieces, at, known, most) ?? { token: pieces[at]?.trim() ?? "", end: at };
    if (token !== "") tokens.push(token);
    at = end;
  }
  return tokens;
}

/** Known tokens have at most `most` separators. This limit keeps the time linear for long lists. */
function longestKnown(pieces: readonly string[], start: number, known: readonly string[], most: number) {
  for (let end = Math.min(pieces.length - 1, start + 2 * most); end >= start; end -= 2) {
    const text = pieces.slice(start, end + 1).join("");
    const wanted = folded(text);
    const [same, another] = known.filter((token) => folded(token) === wanted);
    const token = known.find((name) => name === text.trim()) ?? (another === undefined ? same : undefined);
    if (token !== undefined && wanted !== "") return { token, end };
  }
  return undefined;
}
