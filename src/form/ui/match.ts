import { inForm } from "#lead/normalise.ts";

/** An entry of a list: its value in the lead and its text on the screen. */
export interface Choice {
  readonly value: string;
  readonly words: string;
  /** Another name, such as the two letters of a state. */
  readonly also?: string;
}

/** The form in which lists compare text: without case, accents, character width and spaces. */
export const folded = (text: string): string =>
  inForm(text, "NFKD")
    .replaceAll(/[\u0300-\u036f\s\p{Default_Ignorable_Code_Point}]/gu, "")
    .toUpperCase();

const isSame = (name: string | undefined, wanted: string) => name !== undefined && folded(name) === wanted;
const begins = (name: string | undefined, wanted: string) => name !== undefined && folded(name).startsWith(wanted);

/**
 * The choices to offer while somebody types: equal names first, then names and other names that begin with the text,
 * then names that contain it.
 */
export function ranked<T extends Choice>(choices: readonly T[], typed: string): readonly T[] {
  const wanted = folded(typed);
  const rank = ({ words, also }: Choice) => {
    if (isSame(words, wanted) || isSame(also, wanted)) return 0;
    if (begins(words, wanted)) return 1;
    if (begins(also, wanted)) return 2;
    return [words, also ?? ""].some((name) => folded(name).includes(wanted)) ? 3 : 4;
  };
  return choices
    .map((choice) => ({ choice, at: rank(choice) }))
    .filter(({ at }) => at < 4)
    .toSorted((one, other) => one.at - other.at)
    .map(({ choice }) => choice);
}

/**
 * The choices that a finished text names. One: it is chosen. Several: the person has to pick. An exact match counts
 * before a match without case and accents. `byBeginning`: the beginning of a name also counts, for values that must
 * come from the list.
 */
export function named<T extends Choice>(choices: readonly T[], typed: string, byBeginning: boolean): readonly T[] {
  const text = typed.trim();
  const wanted = folded(text);
  if (wanted === "") return [];
  const rules: readonly ((choice: T) => boolean)[] = [
    ({ value, words }) => value === text || words === text,
    ({ words, also }) => isSame(words, wanted) || isSame(also, wanted),
    ({ words }) => byBeginning && begins(words, wanted),
  ];
  return rules.map((rule) => choices.filter(rule)).find((found) => found.length > 0) ?? [];
}
