import type { Station } from "./station.ts";
import { storedStation } from "./storedStation.ts";

const forms = new WeakMap<Station, Station>();

/**
 * The station as a form link opens it: with profile embed, and without settings with which visitors could not send it.
 * Returns the same object each time, because judge.ts caches by it.
 */
export function visitorsForm(station: Station): Station {
  const kept = forms.get(station);
  if (kept) return kept;
  const embed: Station = { ...station, profile: "embed" };
  const form = storedStation(embed)?.station ?? embed;
  forms.set(station, form);
  return form;
}
