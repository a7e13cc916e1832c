import type { DeviceView } from "#lead/deviceReport.ts";
import { houseOf } from "#lead/event.ts";
import type { StationEvent } from "#lead/station.ts";

interface Place {
  readonly station: string | undefined;
  readonly event: StationEvent | null | undefined;
  /** The start of the day, ISO 8601. */
  readonly since: string;
}

/** How long ago a device was heard from. Staff have seen to a revoked one: it can report nothing. */
export const silentMs = ({ seenAt, revokedAt }: DeviceView, now: Date): number =>
  revokedAt === undefined ? now.getTime() - Date.parse(seenAt) : 0;

/**
 * The devices of a house: those heard from today, and those that last said that they had unsent leads. A device that
 * names no house belongs to its station.
 */
export function devicesAt(devices: readonly DeviceView[], { station, event, since }: Place): readonly DeviceView[] {
  const key = event ? houseOf(event) : undefined;
  const isHere = (device: DeviceView) =>
    device.house === undefined || key === undefined ? device.station === station : device.house === key;
  return devices.filter(
    (device) => device.isThis === true || (isHere(device) && (device.unsent > 0 || device.seenAt >= since)),
  );
}
