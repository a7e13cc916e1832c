import { isVisited } from "#lead/station/allowed.ts";
import { keep, recall } from "../browser/device.ts";
import type { FormStation } from "./useStation.ts";

type Used = { readonly [station: string]: string };

/** When each station was last opened on this device (ISO 8601), by station id. */
export const usedStations = (): Used => recall<Used>("used") ?? {};

export function noteUsed(id: string): void {
  keep("used", { ...usedStations(), [id]: new Date().toISOString() });
}

/** The station that staff opened last on this device, in the version they saw. */
export function lastStation(): FormStation | undefined {
  const byTime = Object.entries(usedStations()).toSorted(([, one], [, other]) => other.localeCompare(one));
  return byTime
    .map(([id]) => recall<FormStation>(`station:${id}`))
    .find((station) => station !== undefined && !isVisited(station));
}
