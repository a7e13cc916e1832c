import { formatDate } from "#lead/date.ts";
import { inForm } from "#lead/normalise.ts";
import { monthOf, orderOf, withoutWeekday } from "./dateWords.ts";

/** A date as typed in three boxes. */
export interface Boxes {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

/** Separates the texts of three boxes that are not a valid date. Nobody types it. */
const between = " · ";

/**
 * Joins the boxes into one text. A valid date becomes canonical (`Jun 5, 2001`). Otherwise the typed texts stay, and
 * the schema rejects them.
 */
export function writeDate({ month, day, year }: Boxes): string {
  const [m = "", d = "", y = ""] = [month, day, year].map((part) => part.trim());
  // Japanese input methods write full-width digits.
  const [name = "", number = "", full = ""] = [m, d, y].map((part) => inForm(part, "NFKC"));
  const isDate = /^\d{1,2}$/.test(number) && /^\d{4}$/.test(full);
  const date = isDate ? formatDate({ year: Number(full), month: monthOf(name), day: Number(number) }) : undefined;
  return date ?? (d + y === "" ? m : [m, d, y].join(between));
}

/** Splits a text of `writeDate` that is not a valid date. A text from elsewhere goes into the first box. */
export function readBoxes(text: string): Boxes {
  const [month = "", day = "", year = "", ...rest] = text.split(between);
  return rest.length === 0 ? { month, day, year } : { month: text, day: "", year: "" };
}

/** The only box that has a text, or else the texts of all boxes. A whole date may be in any of the boxes. */
export function onlyText(text: string): string {
  const filled = text.split(between).filter((part) => part.trim() !== "");
  return filled.length === 1 ? (filled[0] ?? "") : text;
}

/** The parts of a text that can be day, month and year, without the weekday, `of`, `de` and `th`. */
const partsOf = (text: string) =>
  withoutWeekday(text)
    .split(/[\s/.,\-–·年月日]+/)
    .filter(
      (part) =>
        part !== "" && !/^(of|the|de|del|el|le|den|(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?)$/.test(part),
    )
    .map((part) => part.replace(/^(\d{1,2})(st|nd|rd|th|er|o|a)$/, "$1"));

/**
 * Returns the dates that an invalid text may mean, to be offered: day and month in either order, a two-digit year in
 * this century or the last. The order of the locale comes first. `isPast`: only past dates.
 */
export function likelyDates(typed: string, isPast: boolean, now: Date, locale: string): readonly string[] {
  const text = onlyText(typed);
  const parts = partsOf(text);
  if (parts.length !== 3) return [];
  const [a = "", b = "", c = ""] = parts;
  const isNumber = (part: string) => /^\d+$/.test(part);
  const isInBoxes = text.split(between).length === 3;
  const orders =
    a.length === 4 && isNumber(a)
      ? [[a, b, c]]
      : !isNumber(b)
        ? [[c, b, a]]
        : isInBoxes || !isNumber(a)
          ? [[c, a, b]]
          : inOrder([c, a, b], [c, b, a], locale);
  const dates = orders.flatMap(([year = "", month = "", day = ""]) =>
    yearsOf(year, now).flatMap((full) => {
      const isRead = /^\d{1,2}$/.test(day) && monthOf(month) > 0;
      const isOver = !isPast || Date.UTC(full, monthOf(month) - 1, Number(day)) < now.getTime();
      return (isRead && isOver && formatDate({ year: full, month: monthOf(month), day: Number(day) })) || [];
    }),
  );
  return [...new Set(dates)];
}

function inOrder<T>(monthFirst: T, dayFirst: T, locale: string): readonly T[] {
  const order = orderOf(locale);
  return order.indexOf("day") < order.indexOf("month") ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
}

function yearsOf(year: string, now: Date): readonly number[] {
  if (/^\d{4}$/.test(year)) return [Number(year)];
  const century = Math.floor(now.getFullYear() / 100) * 100;
  return /^\d{2}$/.test(year) ? [century + Number(year), century - 100 + Number(year)] : [];
}
