import type { DeviceView } from "#lead/deviceReport.ts";

const hourMs = 60 * 60_000;
const weekMs = 7 * 24 * hourMs;

/** Whether a device was not heard from for too long: an hour on the day of its open house, else a week. */
export function isSilent({ seenAt, house, unsent }: DeviceView, today: string, now: number): boolean {
  const silentMs = now - Date.parse(seenAt);
  const isEventDay = unsent > 0 || house?.startsWith(`${today} `) === true;
  return silentMs > (isEventDay ? hourMs : weekMs);
}
