import { ask } from "../api.ts";
import { replaceStation } from "./loadStation.ts";
import type { FormStation } from "./useStation.ts";

/** Saves a station for every device; the proxy refuses one whose presets Lofty would cut. */
export async function saveStation(station: FormStation): Promise<FormStation> {
  const saved = await ask<FormStation>("PUT", `/api/stations/${encodeURIComponent(station.id)}`, station);
  replaceStation(saved);
  return saved;
}
