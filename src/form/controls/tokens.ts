import { folded } from "../ui/match.ts";

/** Commas of the scripts that Lofty's users write. */
const comma = /[,、،､﹐﹑，]/;
/** What parts a pasted list besides. */
const pastedBreak = /[;；\t\n\r]/;

/** Whether a typed text ends a token: at a comma, unless a known token goes on behind it. */
export const endsToken = (typed: string, known: readonly string[]): boolean =>
  comma.test(typed.slice(-1)) && !known.some((token) => folded(token).startsWith(folded(typed)));

/** The tokens of a typed text. */
export const tokensTyped = (text: string, known: readonly string[]) => tokensIn(text, comma, known);

/** The tokens of a pasted text; lines, tabs and semicolons part them too. */
export const tokensPasted = (text: string, known: readonly string[]) =>
  tokensIn(text, new RegExp(`${comma.source}|${pastedBreak.source}`), known);

/** A part that is a known token but for case, accents and spaces is that token, even one that holds a comma. */
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

/** No known token has more parts than `most`: a long list is read in linear time. */
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
