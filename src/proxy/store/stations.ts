import { parseStation } from "#lead/parseStation.ts";
import { frameParent, type Station } from "#lead/station.ts";
import type { Driver, Statement } from "./driver.ts";
import { eventOfStation, insertEvent } from "./events.ts";

export interface Stations {
  readonly all: () => readonly Station[];
  readonly find: (id: string) => Station | undefined;
  /** Answers the station as it is kept: its event has an id. */
  readonly save: (station: Station) => Promise<Station>;
  /** Takes over what another proxy saved. */
  readonly refresh: () => Promise<void>;
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
  const known = new Map<string, Station>();
  const texts = new Map<string, string>();
  const refresh = async () => {
    for (const row of await query("SELECT id, station FROM stations ORDER BY place, id")) {
      const [id, text] = [String(row["id"]), String(row["station"])];
      if (texts.get(id) === text) continue;
      texts.set(id, text);
      // A station saved by an older version gets today's defaults, and loses the frames that could not be named.
      const saved = JSON.parse(text) as Station;
      const frameParents = saved.frameParents?.filter((one) => frameParent.test(one));
      const parsed = parseStation({ ...saved, ...(frameParents && { frameParents }) });
      if ("station" in parsed) known.set(parsed.station.id, withEventId(parsed.station));
    }
  };
  await refresh();
  await batch([...known.values()].flatMap(insertOwnEvent));
  return {
    all: () => [...known.values()],
    find: (id) => known.get(id),
    refresh,
    save: async (given) => {
      const station = withEventId(given);
      const place = known.has(station.id) ? [...known.keys()].indexOf(station.id) : known.size;
      await batch([
        [
          "INSERT INTO stations (id, station, place) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET station = $2",
          [station.id, JSON.stringify(station), place],
        ],
        ...insertOwnEvent(station),
      ]);
      known.set(station.id, station);
      return station;
    },
  };
}

function withEventId(station: Station): Station {
  const event = eventOfStation(station);
  return event ? { ...station, event } : station;
}

const insertOwnEvent = (station: Station): readonly Statement[] => {
  const event = eventOfStation(station);
  return event ? [insertEvent(station.id, event)] : [];
};
