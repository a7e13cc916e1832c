import type { DeviceView } from "#lead/submission/deviceReport.ts";

const hourMs = 60 * 60_000;
const weekMs = 7 * 24 * hourMs;

/** Staff said that it is put away, and it holds nothing. */
export const isPutAway = ({ putAwayAt, unsent }: DeviceView): boolean => putAwayAt !== undefined && unsent === 0;

/**
 * Whether staff should look for a device, because it was not heard from for too long: an hour on the day of its open
 * house, else a week. Never one that is put away or revoked.
 */
export function isSilent(device: DeviceView, today: string, now: number): boolean {
  const { seenAt, house, unsent, revokedAt } = device;
  if (revokedAt !== undefined || isPutAway(device)) return false;
  const silentMs = now - Date.parse(seenAt);
  const isEventDay = unsent > 0 || house?.startsWith(`${today} `) === true;
  return silentMs > (isEventDay ? hourMs : weekMs);
}
