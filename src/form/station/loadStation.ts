import { ask, RequestError } from "../api.ts";
import type { FormStation } from "./useStation.ts";

const kept = (id: string) => `foyer:station:${id}`;
const loading = new Map<string, Promise<FormStation>>();

/** The station, from the proxy or, when that cannot be reached, as this device last saw it. Asked once a page load. */
export function loadStation(id: string): Promise<FormStation> {
  const known = loading.get(id) ?? fetchStation(id).then(dressed);
  loading.set(id, known);
  return known;
}

/** Its page is first drawn in its own colour; most stations have none, and do not load what chooses the others. */
async function dressed(station: FormStation): Promise<FormStation> {
  const colour = station.brand?.colour;
  if (colour !== undefined) (await import("../theme/wearBrand.ts")).wearBrand(colour);
  return station;
}

async function fetchStation(id: string): Promise<FormStation> {
  try {
    const station = await ask<FormStation>("GET", `/api/stations/${encodeURIComponent(id)}`);
    keep(id, JSON.stringify(station));
    return station;
  } catch (error) {
    const last = error instanceof RequestError && error.problem === undefined ? read(id) : null;
    if (last === null) throw error;
    return JSON.parse(last) as FormStation;
  }
}

/** Storage may be blocked (private windows, frames): then a station opens only while the proxy answers. */
function keep(id: string, station: string): void {
  try {
    localStorage.setItem(kept(id), station);
  } catch {
    /* nothing to keep it in */
  }
}

function read(id: string): string | null {
  try {
    return localStorage.getItem(kept(id));
  } catch {
    return null;
  }
}
