import { formatDate, months } from "#lead/date.ts";

/** A date as typed in three boxes. */
export interface Boxes {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

/** Between the texts of three boxes that are no date: no one types it. */
const between = " · ";

/** The boxes as one text: canonical (`Jun 5, 2001`) when they are a date, else what was typed, for the schema to refuse. */
export function writeDate({ month, day, year }: Boxes): string {
  const [m = "", d = "", y = ""] = [month, day, year].map((part) => part.trim());
  const isDate = /^\d{1,2}$/.test(d) && /^\d{4}$/.test(y);
  const date = isDate ? formatDate({ year: Number(y), month: monthOf(m), day: Number(d) }) : undefined;
  return date ?? (d + y === "" ? m : [m, d, y].join(between));
}

/** What `writeDate` wrote of boxes that are no date; a text from elsewhere stands whole in the first box. */
export function readBoxes(text: string): Boxes {
  const [month = "", day = "", year = "", ...rest] = text.split(between);
  return rest.length === 0 ? { month, day, year } : { month: text, day: "", year: "" };
}

const names = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
] as const;

/** `6`, `06`, `Jun`, `june`, `Sept.`: 6 or 9. 0 when it is no month. */
function monthOf(typed: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) <= months.length ? Number(typed) : 0;
  const start = typed.toLowerCase().replace(/\.$/, "");
  return start.length >= 3 ? names.findIndex((name) => name.startsWith(start)) + 1 : 0;
}

/** The words of a text that say which day: without the weekday, `of`, and `th`. */
const partsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s/.,\-–·]+/)
    .filter((part) => part !== "" && !/^(of|the|(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?)$/.test(part))
    .map((part) => part.replace(/^(\d{1,2})(st|nd|rd|th)$/, "$1"));

/**
 * The dates that a text which is no answer may mean, to be offered: day and month in either order, a year of two digits
 * in this century or the last. `isPast`: no other will do.
 */
export function likelyDates(text: string, isPast: boolean, now: Date): readonly string[] {
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
          : [
              [c, a, b],
              [c, b, a],
            ];
  const dates = orders.flatMap(([year = "", month = "", day = ""]) =>
    yearsOf(year, now).flatMap((full) => {
      const isRead = /^\d{1,2}$/.test(day) && monthOf(month) > 0;
      const isOver = !isPast || Date.UTC(full, monthOf(month) - 1, Number(day)) < now.getTime();
      return (isRead && isOver && formatDate({ year: full, month: monthOf(month), day: Number(day) })) || [];
    }),
  );
  return [...new Set(dates)];
}

function yearsOf(year: string, now: Date): readonly number[] {
  if (/^\d{4}$/.test(year)) return [Number(year)];
  const century = Math.floor(now.getFullYear() / 100) * 100;
  return /^\d{2}$/.test(year) ? [century + Number(year), century - 100 + Number(year)] : [];
}
