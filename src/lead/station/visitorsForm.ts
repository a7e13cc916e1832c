import { isRequirable } from "./requirable.ts";
import type { Station } from "./station.ts";

const forms = new WeakMap<Station, Station>();

/**
 * The station as a form link opens it: with profile embed, and without required fields that only staff may set. Returns
 * the same object each time, because judge.ts caches by it.
 */
export function visitorsForm(station: Station): Station {
  const form = forms.get(station) ?? formOf({ ...station, profile: "embed" });
  forms.set(station, form);
  return form;
}

const formOf = (station: Station): Station => ({
  ...station,
  required: station.required.filter((path) => isRequirable(path, station)),
});
