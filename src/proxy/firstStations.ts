import { readFileSync } from "node:fs";
import { parseStation } from "#lead/station/parseStation.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Station } from "#lead/station/station.ts";
import { Refused } from "./platform/environment.ts";

/**
 * Returns the stations of a first start: those of STATIONS_FILE (`{"stations": […]}` or a bare list), else the default
 * ones. Throws `Refused` for an invalid file.
 */
export function firstStations(file: string | undefined): readonly Station[] {
  if (file === undefined) return readyStations;
  const listed = read(file);
  const stations = Array.isArray(listed) ? listed : (listed as { stations?: unknown } | null)?.stations;
  if (!Array.isArray(stations) || stations.length === 0)
    throw new Refused(`STATIONS_FILE: ${file}: no list of stations in it`);
  return stations.map((station: unknown, index) => {
    const parsed = parseStation(station);
    if ("station" in parsed) return parsed.station;
    const wrong = parsed.issues.map(({ path, code }) => `${path}: ${code}`).join(", ");
    throw new Refused(`STATIONS_FILE: ${file}: station ${index + 1}: ${wrong}`);
  });
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Refused(`STATIONS_FILE: ${file}: ${(error as Error).message.replaceAll(/\s+/g, " ")}`);
  }
}
