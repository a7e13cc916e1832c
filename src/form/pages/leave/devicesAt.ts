import type { DeviceView } from "#lead/submission/deviceReport.ts";
import { isPutAway } from "../devices/contact.ts";
import type { Place } from "./wholeHouse.ts";

/** A device that is on and connected reports every 30 s. After this time, it may have taken leads and not said so. */
const longestSilenceMs = 75_000;

/**
 * heard: its last report is current. silent: it may have new leads. away: staff say that it took none since.
 * revoked: staff revoked it, and it holds leads or may hold some.
 */
export type Contact = "heard" | "silent" | "away" | "revoked";

/** How long ago a device was heard from, in milliseconds. `now` is the proxy's time. */
export const silentMs = ({ seenAt }: DeviceView, now: Date): number => now.getTime() - Date.parse(seenAt);

/** A revoked device takes no leads, so what it said after that stays true. */
export function contactOf(device: DeviceView, now: Date): Contact {
  const { seenAt, revokedAt, unsent } = device;
  if (revokedAt !== undefined) return unsent === 0 && seenAt > revokedAt ? "heard" : "revoked";
  if (silentMs(device, now) <= longestSilenceMs) return "heard";
  return isPutAway(device) ? "away" : "silent";
}

/**
 * The devices of a house: those heard from today, and those that last said that they had unsent leads. A device that
 * names no house belongs to its station.
 */
export function devicesAt(devices: readonly DeviceView[], { station, event, since, houses }: Place) {
  const isHere = (device: DeviceView) => {
    const isOfStation = device.station === station;
    return device.house === undefined ? isOfStation : houses.has(device.house) || (!event && isOfStation);
  };
  return devices.filter(
    (device) => device.isThis === true || (isHere(device) && (device.unsent > 0 || device.seenAt >= since)),
  );
}
