import type { Station } from "#lead/station.ts";
import type { Driver, Statement } from "./driver.ts";
import { eventOfStation, insertEvent } from "./events.ts";
import { readStation } from "./readStation.ts";
import { stationVersionsIn, versionOf, type StationVersions } from "./stationVersions.ts";

/** A version of a station; with `-form` the visitors' form of it (lead/visitorsForm.ts). */
export const formVersion = /^([0-9a-f]{16})(-form)?$/;

export interface Stations extends Pick<StationVersions, "findByConsent"> {
  readonly all: () => readonly Station[];
  readonly find: (id: string) => Station | undefined;
  /** What a stored station holds that this version does not support (lead/storedStation.ts). */
  readonly leftOut: (id: string) => readonly string[];
  /** The station as it was at a version, also one that is no more. */
  readonly at: (id: string, version: string) => Promise<Station | undefined>;
  /** The version of a station as it is now. */
  readonly versionOf: (station: Station) => string;
  /** Answers the station as it is kept: its event has an id. */
  readonly save: (station: Station) => Promise<Station>;
  /** Takes over what another proxy saved. */
  readonly refresh: () => Promise<void>;
}

/** The stations, kept in memory beside the database; an empty one is filled with those of a first start. */
export async function stationsIn(
  driver: Driver,
  first: () => readonly Station[],
  now: () => number = Date.now,
): Promise<Stations> {
  const { query, batch } = driver;
  const versions = stationVersionsIn(driver, now);
  const [found] = await query("SELECT count(*) AS stations FROM stations");
  if (Number(found?.["stations"]) === 0)
    await batch(
      first().map((station, place): Statement => [
        "INSERT INTO stations (id, station, place) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
        [station.id, JSON.stringify(station), place],
      ]),
    );
  const known = new Map<string, Station>();
  const leftOut = new Map<string, readonly string[]>();
  const texts = new Map<string, string>();
  const refresh = async () => {
    for (const row of await query("SELECT id, station FROM stations ORDER BY place, id")) {
      const [id, text] = [String(row["id"]), String(row["station"])];
      if (texts.get(id) === text) continue;
      texts.set(id, text);
      const read = readStation(text);
      if (read === undefined) continue;
      const station = withEventId(read.station);
      leftOut.set(id, read.leftOut);
      await versions.remember(station);
      known.set(station.id, station);
    }
  };
  await refresh();
  await batch([...known.values()].flatMap(insertOwnEvent));
  return {
    all: () => [...known.values()],
    find: (id) => known.get(id),
    leftOut: (id) => leftOut.get(id) ?? [],
    findByConsent: versions.findByConsent,
    versionOf,
    at: async (id, version) => {
      const current = known.get(id);
      return current && versionOf(current) === version ? current : versions.find(id, version);
    },
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
      await versions.remember(station);
      known.set(station.id, station);
      leftOut.delete(station.id);
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
