import { isVisited } from "#lead/allowed.ts";
import { keep, recall } from "../device.ts";
import type { FormStation } from "./useStation.ts";

type Used = { readonly [station: string]: string };

/** When each station was last opened on this device (ISO 8601), by its id. */
export const usedStations = (): Used => recall<Used>("used") ?? {};

export function noteUsed(id: string): void {
  keep("used", { ...usedStations(), [id]: new Date().toISOString() });
}

/** The station that staff last opened on this device, as it was then. */
export function lastStation(): FormStation | undefined {
  const byTime = Object.entries(usedStations()).toSorted(([, one], [, other]) => other.localeCompare(one));
  return byTime
    .map(([id]) => recall<FormStation>(`station:${id}`))
    .find((station) => station !== undefined && !isVisited(station));
}
