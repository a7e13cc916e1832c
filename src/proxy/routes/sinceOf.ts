import * as z from "zod/mini";

const time = z.iso.datetime({ offset: true });

/**
 * Returns the start of the day in ms: the device's midnight, or 24 hours ago when `named` is undefined. Returns
 * undefined for an invalid time.
 */
export function sinceOf(named: string | undefined, now = Date.now()): number | undefined {
  if (named === undefined) return now - 24 * 60 * 60_000;
  return time.safeParse(named).success ? Date.parse(named) : undefined;
}
