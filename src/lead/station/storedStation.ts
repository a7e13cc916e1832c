import { isObject } from "../json.ts";
import { parseStoredStation } from "./parseStation.ts";
import type { Station } from "./station.ts";
import { valueAt } from "../valueAt.ts";

export interface StoredStation {
  readonly station: Station;
  /** What this version does not support: a path (`sound`), or an item of a list (`languages: ko`). */
  readonly leftOut: readonly string[];
}

const mostRounds = 50;

/**
 * Loads a stored station, also one from another version. Leaves out what is no longer supported. Returns undefined only
 * if it is not recognizable as a station (id, profile or name is missing or wrong).
 */
export function storedStation(stored: unknown): StoredStation | undefined {
  const rest: unknown = structuredClone(stored);
  const leftOut = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const parsed = parseStoredStation(rest);
    if ("station" in parsed) return { station: parsed.station, leftOut: [...leftOut] };
    const paths = new Set(parsed.issues.map(({ path }) => faultyPart(rest, path)));
    // Last row first, so that the indexes of earlier rows stay valid.
    for (const path of [...paths].toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }))) {
      const left = leave(rest, path);
      if (left === undefined) return undefined;
      leftOut.add(left);
    }
  }
  return undefined;
}

/** Returns the path, or its parent if the value is missing. */
const faultyPart = (station: unknown, path: string): string =>
  isObject(station) && valueAt(station, path) === undefined ? path.replace(/(^|\.)[^.]*$/, "") : path;

/** Removes the value at a path and returns its name; undefined if there is no value. */
function leave(station: unknown, path: string): string | undefined {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const list = names.join(".");
  const holder = list === "" ? station : valueAt(station, list);
  if (Array.isArray(holder)) {
    const [item] = holder.splice(Number(last), 1) as unknown[];
    return typeof item === "string" ? `${list}: ${item}` : path;
  }
  if (!isObject(holder) || !(last in holder)) return undefined;
  Reflect.deleteProperty(holder, last);
  return path;
}
