import { ask, RequestError } from "../api.ts";
import { keep, recall } from "../device.ts";
import type { FormStation } from "./useStation.ts";

const loading = new Map<string, Promise<FormStation>>();

/** The station, from the proxy or, when that cannot be reached, as this device last saw it. Asked once a page load. */
export function loadStation(id: string): Promise<FormStation> {
  const known = loading.get(id) ?? fetchStation(id).then(dressed);
  loading.set(id, known);
  return known;
}

/** From now on the station is this: somebody has just saved it. */
export function replaceStation(station: FormStation): void {
  loading.set(station.id, Promise.resolve(station).then(dressed));
  keep(`station:${station.id}`, station);
}

/** Its page is first drawn in its own colour; most stations have none, and do not load what chooses the others. */
export async function dressed(station: FormStation): Promise<FormStation> {
  const colour = station.brand?.colour;
  if (colour !== undefined) (await import("../theme/wearBrand.ts")).wearBrand(colour);
  return station;
}

async function fetchStation(id: string): Promise<FormStation> {
  // The form that a link opens is the visitors', also for staff and at a station that is theirs.
  const isForm = window.location.pathname.startsWith("/embed/");
  const [form, key] = isForm ? ["?form=visitors", `form:${id}`] : ["", `station:${id}`];
  try {
    const station = await ask<FormStation>("GET", `/api/stations/${encodeURIComponent(id)}${form}`);
    keep(key, station);
    return station;
  } catch (error) {
    const last = error instanceof RequestError && !error.problem ? recall<FormStation>(key) : undefined;
    if (!last) throw error;
    return last;
  }
}
