import { isRequirable } from "./requirable.ts";
import type { Station } from "./station.ts";

const forms = new WeakMap<Station, Station>();

/**
 * A station as a form link opens it: for visitors, whatever its own profile. What only staff may say is not required.
 * The same object each time (judge.ts).
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
