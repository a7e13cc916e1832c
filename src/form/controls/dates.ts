import { formatDate, months } from "#lead/date.ts";

/** A date as typed in three boxes. */
export interface Boxes {
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

/** The boxes as one text: canonical (`Jun 5, 2001`) when they are a date, else what was typed, for the schema to refuse. */
export function writeDate({ month, day, year }: Boxes): string {
  const typed = [month, day, year].map((part) => part.trim());
  const [m = "", d = "", y = ""] = typed;
  const number = monthOf(m);
  const date =
    number !== undefined && /^\d{1,2}$/.test(d) && /^\d{4}$/.test(y)
      ? formatDate({ year: Number(y), month: number, day: Number(d) })
      : undefined;
  return date ?? typed.filter(Boolean).join(" / ");
}

/** `6`, `06`, `Jun`, `june`: 6. */
function monthOf(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : undefined;
  const start = typed.toLowerCase().slice(0, 3);
  const index = months.findIndex((month) => month.toLowerCase() === start);
  return typed.length >= 3 && index >= 0 ? index + 1 : undefined;
}
