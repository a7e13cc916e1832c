import type { Station } from "#lead/station/station.ts";
import type { Driver, Statement } from "./driver/driver.ts";
import { eventOfStation, insertEvent } from "./events.ts";
import { readStation } from "./readStation.ts";
import { stationVersionsIn, versionOf, type StationVersions } from "./stationVersions.ts";

/** A version of a station. With `-form` it is its visitors' form (lead/station/visitorsForm.ts). */
export const formVersion = /^([0-9a-f]{16})(-form)?$/;

export interface Stations extends Pick<StationVersions, "findByConsent" | "newest"> {
  readonly all: () => readonly Station[];
  readonly find: (id: string) => Station | undefined;
  /** Returns the parts of a stored station that this version does not support (lead/station/storedStation.ts). */
  readonly leftOut: (id: string) => readonly string[];
  /** Returns the station at a version, also when the station was removed. */
  readonly at: (id: string, version: string) => Promise<Station | undefined>;
  /** Returns the current version of a station. */
  readonly versionOf: (station: Station) => string;
  /** Returns the stored station, whose event has an id. */
  readonly save: (station: Station) => Promise<Station>;
  /** The same, but does nothing and returns undefined when another proxy saved or removed it after this one read it. */
  readonly saveIfSame: (station: Station) => Promise<Station | undefined>;
  /** Hides a station. Its versions stay, because leads of it may still come in. */
  readonly remove: (id: string) => Promise<void>;
  /** Loads what another proxy saved. */
  readonly refresh: () => Promise<void>;
}

/** The stations, cached in memory. An empty database gets those of the first start. */
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
  const hide = (id: string) => [known, leftOut, texts].forEach((map) => map.delete(id));
  const refresh = async () => {
    const rows = await query("SELECT id, station FROM stations ORDER BY place, id");
    const ids = new Set(rows.map((row) => String(row["id"])));
    for (const id of known.keys()) if (!ids.has(id)) hide(id);
    for (const row of rows) {
      const [id, text] = [String(row["id"]), String(row["station"])];
      if (texts.get(id) === text) continue;
      const read = readStation(text);
      if (read !== undefined) {
        const station = withEventId(read.station);
        leftOut.set(id, read.leftOut);
        await versions.remember(station);
        known.set(station.id, station);
      }
      // Last, so that after an error of the store the next refresh reads it again.
      texts.set(id, text);
    }
  };
  const write = async (given: Station, ifSame: boolean): Promise<Station | undefined> => {
    const station = withEventId(given);
    const place = known.has(station.id) ? [...known.keys()].indexOf(station.id) : known.size;
    const [text, before] = [JSON.stringify(station), texts.get(station.id) ?? ""];
    // A station must not be null: when it has changed or is gone, the transaction fails as a whole.
    const next = ifSame ? "CASE WHEN stations.station = $4 THEN excluded.station END" : "excluded.station";
    const isThere = "EXISTS (SELECT 1 FROM stations WHERE id = $1)";
    const first = ifSame ? `CASE WHEN CAST($4 AS TEXT) = '' OR ${isThere} THEN CAST($2 AS TEXT) END` : "$2";
    const save: Statement = [
      `INSERT INTO stations (id, station, place) VALUES ($1, ${first}, $3)
       ON CONFLICT (id) DO UPDATE SET station = ${next}`,
      [station.id, text, place, ...(ifSame ? [before] : [])],
    ];
    try {
      await batch([save, ...insertOwnEvent(station)]);
    } catch (error) {
      await refresh();
      if (ifSame && (texts.get(station.id) ?? "") !== before) return undefined;
      throw error;
    }
    await versions.remember(station);
    known.set(station.id, station);
    texts.set(station.id, text);
    leftOut.delete(station.id);
    return station;
  };
  await refresh();
  await batch([...known.values()].flatMap(insertOwnEvent));
  return {
    all: () => [...known.values()],
    find: (id) => known.get(id),
    leftOut: (id) => leftOut.get(id) ?? [],
    findByConsent: versions.findByConsent,
    newest: versions.newest,
    versionOf,
    at: async (id, version) => {
      const current = known.get(id);
      return current && versionOf(current) === version ? current : versions.find(id, version);
    },
    refresh,
    remove: async (id) => {
      await batch([["DELETE FROM stations WHERE id = $1", [id]]]);
      hide(id);
    },
    save: async (given) => (await write(given, false)) as Station,
    saveIfSame: (given) => write(given, true),
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
