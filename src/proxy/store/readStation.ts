import { storedStation, type StoredStation } from "#lead/station/storedStation.ts";

/** Reads a stored station: adds current defaults and leaves out what this version does not support. */
export const readStation = (text: string): StoredStation | undefined => storedStation(JSON.parse(text));
