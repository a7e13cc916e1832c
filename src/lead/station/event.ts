import type { StationEvent } from "./station.ts";

/** The event of a lead. It carries its id and its text, so that later changes of the event do not change the lead. */
export type LeadEvent = StationEvent & { readonly id: string };

/** The day of a time in the local time zone: `2026-11-22`. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const hourMs = 60 * 60_000;

/** Whether it is this day somewhere on Earth at the time `at` (ms). Time zones reach from UTC-12 to UTC+14. */
export function couldBe(day: string, at: number): boolean {
  const begin = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN;
  return at >= begin - 14 * hourMs && at < begin + 36 * hourMs;
}

/** A key that is equal for events at one house on one day. Ignores case and spaces of the address. */
export const houseOf = ({ address, date }: Pick<StationEvent, "address" | "date">): string =>
  `${date} ${address.normalize("NFKC").toLowerCase().replace(/\s/g, "")}`;
