import { isObject } from "./json.ts";
import { parseStoredStation } from "./parseStation.ts";
import type { Station } from "./station.ts";
import { valueAt } from "./valueAt.ts";

export interface StoredStation {
  readonly station: Station;
  /** What this version does not support: a path (`sound`), or one of a list (`languages: fr`). */
  readonly leftOut: readonly string[];
}

const mostRounds = 50;

/**
 * A station that was saved earlier, perhaps by another version: it always loads, without what is not supported any more.
 * Undefined when it does not even say what it is.
 */
export function storedStation(stored: unknown): StoredStation | undefined {
  const rest: unknown = structuredClone(stored);
  const leftOut = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const parsed = parseStoredStation(rest);
    if ("station" in parsed) return { station: parsed.station, leftOut: [...leftOut] };
    const paths = new Set(parsed.issues.map(({ path }) => faultyPart(rest, path)));
    // From the end, so that the rows before keep their numbers.
    for (const path of [...paths].toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }))) {
      const left = leave(rest, path);
      if (left === undefined) return undefined;
      leftOut.add(left);
    }
  }
  return undefined;
}

/** Where a value is missing, what it is missing from. */
const faultyPart = (station: unknown, path: string): string =>
  isObject(station) && valueAt(station, path) === undefined ? path.replace(/(^|\.)[^.]*$/, "") : path;

/** Removes what is at a path and names it; undefined when there is nothing. */
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
