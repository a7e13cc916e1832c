import { leaveOut } from "./leaveOut.ts";
import { parseStoredStation } from "./parseStation.ts";
import type { Station } from "./station.ts";

export interface StoredStation {
  readonly station: Station;
  /** What this version does not support: a path (`sound`), or an item of a list (`languages: ko`). */
  readonly leftOut: readonly string[];
}

/**
 * Loads a stored station, also one from another version. Leaves out what is no longer supported. Returns undefined only
 * if it is not recognizable as a station (id, profile or name is missing or wrong).
 */
export function storedStation(stored: unknown): StoredStation | undefined {
  const found = leaveOut(stored, parseStoredStation);
  return found && { station: found.right.station, leftOut: found.leftOut };
}
