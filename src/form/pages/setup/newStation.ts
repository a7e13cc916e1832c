import type { FormStation } from "../../station/useStation.ts";

const longestId = 40;

/**
 * A new station with this name. Its id is made from the name: it is part of the addresses of its pages. A name without
 * Latin letters and digits gets the id `other`.
 */
export function newStation(name: string, other: string, from: Partial<FormStation>) {
  const { version: _version, sealTo: _sealTo, event: _event, ...settings } = from;
  return { ...settings, name, id: idFrom(name) || other };
}

/** Returns an id for a name without Latin letters and digits. Another one each time. */
export const idOfTime = (): string => `station-${Date.now().toString(36)}`;

/** `Sample Café, 2nd floor` becomes `sample-cafe-2nd-floor`. Empty if the name has no such letters. */
export const idFrom = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, longestId)
    .replace(/-$/, "");
