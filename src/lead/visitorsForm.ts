import type { Station } from "./station.ts";

const forms = new WeakMap<Station, Station>();

/** A station as a form link opens it: for visitors, whatever its own profile. The same object each time (judge.ts). */
export function visitorsForm(station: Station): Station {
  const form = forms.get(station) ?? { ...station, profile: "embed" };
  forms.set(station, form);
  return form;
}
