import type { DateParts } from "#lead/date.ts";
import { languages } from "#lead/languages.ts";
import { inForm } from "#lead/normalise.ts";
import { folded } from "../../ui/match.ts";

type Part = "month" | "day" | "year";
const utc = { timeZone: "UTC" } as const;
const monthNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const dateOf = ({ year, month, day }: DateParts) => new Date(Date.UTC(year, month - 1, day));

/** The parts of a date in the order in which a locale writes them. */
export const orderOf = (locale: string): readonly Part[] =>
  new Intl.DateTimeFormat(locale, { ...utc, year: "numeric", month: "numeric", day: "numeric" })
    .formatToParts(0)
    .flatMap(({ type }) => (type === "month" || type === "day" || type === "year" ? [type] : []));

/** A date as people read it in a locale. */
export const readableDate = (date: DateParts, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...utc, dateStyle: "medium" }).format(dateOf(date));

/** The short name of a month: `Jun`, `juin`, `6月`. */
export const monthName = (month: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { ...utc, month: "short" }).format(dateOf({ year: 2001, month, day: 1 }));

/** The names of each month in all languages of the form, made at the first use. */
let known: readonly (readonly string[])[] | undefined;
const allNames = () =>
  (known ??= monthNumbers.map((month) =>
    languages.map((language) =>
      folded(
        new Intl.DateTimeFormat(language, { ...utc, month: "long" }).format(dateOf({ year: 2001, month, day: 1 })),
      ),
    ),
  ));

/**
 * The number of a month, for `6`, `06`, `6月` and the beginning of its name in any language of the form: `Jun`, `Sept.`,
 * `juin`. 0 if it is no month, or could be two (`jui`).
 */
export function monthOf(typed: string): number {
  const number = /^(\d{1,2})月?$/.exec(typed)?.[1];
  if (number !== undefined) return Number(number) <= monthNumbers.length ? Number(number) : 0;
  const start = folded(typed.replace(/\.$/, ""));
  // Two letters may begin two months. Chinese names are short.
  if (start.length < (/\p{Script=Han}/u.test(start) ? 2 : 3)) return 0;
  const fits = monthNumbers.filter((month) => allNames()[month - 1]?.some((name) => name.startsWith(start)));
  return fits.length === 1 ? (fits[0] ?? 0) : 0;
}

const plain = (text: string) =>
  inForm(text, "NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase();

/** The whole names of the weekdays in all languages of the form, made at the first use. */
let weekdays: RegExp | undefined;

/** A text in lower case, without accents, character width and the whole name of a weekday. */
export function withoutWeekday(text: string): string {
  weekdays ??= new RegExp(
    languages
      .flatMap((language) => {
        const name = new Intl.DateTimeFormat(language, { ...utc, weekday: "long" });
        return [1, 2, 3, 4, 5, 6, 7].map((day) => plain(name.format(dateOf({ year: 2001, month: 1, day }))));
      })
      .join("|"),
    "g",
  );
  return plain(text).replaceAll(weekdays, " ");
}
