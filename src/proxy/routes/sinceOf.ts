import * as z from "zod/mini";

const time = z.iso.datetime({ offset: true });

/** The time a day is counted from: the device's midnight, or the last 24 hours when it is not named. */
export function sinceOf(named: string | undefined, now = Date.now()): number | undefined {
  if (named === undefined) return now - 24 * 60 * 60_000;
  return time.safeParse(named).success ? Date.parse(named) : undefined;
}
