/** Month names of Lofty's date format: English short month, no zero padding (`Jun 5, 2001`), in every form language. */
export const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const oldestYear = 1900;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Returns `Jun 5, 2001`, or undefined if the day does not exist (Feb 30) or the year is before 1900. */
export function formatDate({ year, month, day }: DateParts): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= oldestYear ? `${months[month - 1]} ${day}, ${year}` : undefined;
}

/** The parts of an exact `MMM d, yyyy`, or undefined. */
export function parseDate(text: string): DateParts | undefined {
  const [, name, day, year] = /^([A-Z][a-z]{2}) ([1-9]\d?), (\d{4})$/.exec(text) ?? [];
  const month = months.findIndex((known) => known === name) + 1;
  const parts = { year: Number(year), month, day: Number(day) };
  return month > 0 && formatDate(parts) === text ? parts : undefined;
}

export const isPast = ({ year, month, day }: DateParts, now: Date) => Date.UTC(year, month - 1, day) < now.getTime();
