import type { StationEvent } from "./station.ts";

/** An event as a lead carries it: under an id, so that its text stays what it was when the lead was saved. */
export type LeadEvent = StationEvent & { readonly id: string };

/** The day of a time in the time zone this runs in: `2026-11-22`. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const hourMs = 60 * 60_000;

/** Whether some place on Earth has this day at a time: time zones reach from UTC-12 to UTC+14. */
export function couldBe(day: string, at: number): boolean {
  const begin = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  return at >= begin - 14 * hourMs && at < begin + 36 * hourMs;
}

/** Equal for events at one house on one day, whoever made them: case and spaces of the address do not count. */
export const houseOf = ({ address, date }: Pick<StationEvent, "address" | "date">): string =>
  `${date} ${address.normalize("NFKC").toLowerCase().replace(/\s/g, "")}`;
