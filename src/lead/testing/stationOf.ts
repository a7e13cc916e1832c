import { readyStations } from "../station/readyStations.ts";
import type { Station } from "../station/station.ts";

/** The ready station of a profile, with changes for a test. */
export function stationOf(profile: Station["profile"], changes: Partial<Station> = {}): Station {
  const station = readyStations.find((ready) => ready.profile === profile);
  if (!station) throw new Error(`no ready station is a ${profile}`);
  return { ...station, ...changes };
}
