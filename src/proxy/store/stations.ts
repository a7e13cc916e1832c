import { parseStation } from "#lead/parseStation.ts";
import type { Station } from "#lead/station.ts";
import type { Driver, Statement } from "./driver.ts";

export interface Stations {
  readonly all: () => readonly Station[];
  readonly find: (id: string) => Station | undefined;
  readonly save: (station: Station) => Promise<void>;
}

/** The stations, kept in memory beside the database; an empty one is filled with `first`. */
export async function stationsIn({ query, batch }: Driver, first: readonly Station[]): Promise<Stations> {
  const [found] = await query("SELECT count(*) AS stations FROM stations");
  if (Number(found?.["stations"]) === 0)
    await batch(
      first.map((station, place): Statement => [
        "INSERT INTO stations (id, station, place) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
        [station.id, JSON.stringify(station), place],
      ]),
    );
  const rows = await query("SELECT station FROM stations ORDER BY place, id");
  const known = new Map<string, Station>();
  for (const { station } of rows) {
    // A station saved by an older version gets today's defaults.
    const parsed = parseStation(JSON.parse(String(station)));
    if ("station" in parsed) known.set(parsed.station.id, parsed.station);
  }
  return {
    all: () => [...known.values()],
    find: (id) => known.get(id),
    save: async (station) => {
      const place = known.has(station.id) ? [...known.keys()].indexOf(station.id) : known.size;
      await query(
        "INSERT INTO stations (id, station, place) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET station = $2",
        [station.id, JSON.stringify(station), place],
      );
      known.set(station.id, station);
    },
  };
}
