import { storedStation, type StoredStation } from "#lead/storedStation.ts";

/** A stored station: with today's defaults, and without what this version does not support. */
export const readStation = (text: string): StoredStation | undefined => storedStation(JSON.parse(text));
