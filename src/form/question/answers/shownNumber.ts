import type { Kind } from "#lead/kinds.ts";
import { formatNumber, parseNumber, signsOf } from "./numbers.ts";

/** The text of a number box, and the places of the group signs in it that the form wrote. */
export interface ShownNumber {
  readonly text: string;
  readonly groups: readonly number[];
}

/** Returns the text of a box whose answer was not edited yet. */
export function shownNumber(value: string | number | undefined, locale: string): ShownNumber {
  const text = formatNumber(value, locale);
  const { decimal } = signsOf(locale);
  const isGrouped = text !== String(value ?? "");
  const groups = text.split("").flatMap((sign, at) => (/\d/.test(sign) || sign === decimal ? [] : at));
  return { text, groups: isGrouped ? groups : [] };
}

/**
 * What the box shows after an edit. The form's group signs before and after the edited part are still the form's.
 * `inserted`: the typed or pasted text, which ends at the caret. Its signs are the person's.
 */
export function editedNumber(before: ShownNumber, text: string, caret: number, inserted: string): ShownNumber {
  const { length } = before.text;
  const mostAfter = Math.min(text.length - caret, length);
  let after = 0;
  while (after < mostAfter && text.at(-1 - after) === before.text.at(-1 - after)) after++;
  const start = caret - (text.slice(0, caret).endsWith(inserted) ? inserted.length : 0);
  const mostAhead = Math.min(start, length - after);
  let ahead = 0;
  while (ahead < mostAhead && text[ahead] === before.text[ahead]) ahead++;
  const groups = before.groups.flatMap((at) =>
    at < ahead ? at : at >= length - after ? at + text.length - length : [],
  );
  return { text, groups };
}

/**
 * Returns canonical text without a locale, or else the text as typed. The form's own group signs never count as
 * decimal signs: in `1,20`, left of `1,200`, the person has deleted a digit of 1200.
 */
export function readNumber({ text, groups }: ShownNumber, locale: string, kind: Kind): string {
  const plain = text
    .split("")
    .filter((_, at) => !groups.includes(at))
    .join("");
  // Somebody who adds the same sign (`1,200` → `1,200,000`) groups the digits too.
  const sign = text[groups[0] ?? text.length];
  const isShared = sign !== undefined && new RegExp(`\\d[${/\s/.test(sign) ? "\\s" : sign}]\\d`).test(plain);
  const typed = isShared ? text : plain;
  return parseNumber(typed, locale, kind) ?? typed;
}
