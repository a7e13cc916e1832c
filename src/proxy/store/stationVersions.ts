import { createHash } from "node:crypto";
import { readStation } from "./readStation.ts";
import type { Station } from "#lead/station/station.ts";
import type { Driver } from "./driver/driver.ts";

export interface StationVersions {
  /** Stores the station as current, and keeps the previous version for leads that are on their way. */
  readonly remember: (station: Station) => Promise<void>;
  readonly find: (id: string, version: string) => Promise<Station | undefined>;
  /** Returns the newest version of a station, also when it was removed. */
  readonly newest: (id: string) => Promise<Station | undefined>;
  /** Returns the newest version with this consent text. Older devices did not send their version. */
  readonly findByConsent: (
    id: string,
    shown: { readonly version: string; readonly text: string },
  ) => Promise<Station | undefined>;
}

const mostCached = 100;

/** Returns a hash of the station's settings: 16 hex digits, equal for equal settings. */
export const versionOf = (station: Station): string =>
  createHash("sha256").update(JSON.stringify(station)).digest("hex").slice(0, 16);

/** All versions of all stations, in the database. */
export function stationVersionsIn({ query, batch }: Driver, now: () => number): StationVersions {
  /** The schema of a station is cached by its object (lead/station/judge.ts), so each version must be one object. */
  const cached = new Map<string, Station>();
  const read = (id: string, version: string, content: unknown) => {
    const key = `${id} ${version}`;
    const station = cached.get(key) ?? readStation(String(content))?.station;
    if (station === undefined) return undefined;
    cached.set(key, station);
    if (cached.size > mostCached) cached.delete([...cached.keys()][0] ?? "");
    return station;
  };
  return {
    remember: async (station) => {
      const [id, version] = [station.id, versionOf(station)];
      await batch([
        [
          `INSERT INTO station_versions (station, version, content) VALUES ($1, $2, $3)
           ON CONFLICT (station, version) DO UPDATE SET replaced_at = NULL`,
          [id, version, JSON.stringify(station)],
        ],
        [
          `UPDATE station_versions SET replaced_at = $3
           WHERE station = $1 AND version <> $2 AND replaced_at IS NULL`,
          [id, version, now()],
        ],
      ]);
    },
    find: async (id, version) => {
      const sql = "SELECT content FROM station_versions WHERE station = $1 AND version = $2";
      const [row] = await query(sql, [id, version]);
      return row && read(id, version, row["content"]);
    },
    newest: async (id) => {
      const [row] = await query(
        `SELECT version, content FROM station_versions WHERE station = $1
         ORDER BY coalesce(replaced_at, $2) DESC, version LIMIT 1`,
        [id, Number.MAX_SAFE_INTEGER],
      );
      return row && read(id, String(row["version"]), row["content"]);
    },
    findByConsent: async (id, { version, text }) => {
      const rows = await query(
        "SELECT version, content FROM station_versions WHERE station = $1 ORDER BY coalesce(replaced_at, $2) DESC",
        [id, Number.MAX_SAFE_INTEGER],
      );
      // Anybody may ask with any text, and parsing a version takes a millisecond: only those that hold it are parsed.
      const quoted = JSON.stringify(text);
      const mayHold = (content: string) => content.includes(quoted) || !content.includes('"consent"');
      for (const row of rows) {
        const content = String(row["content"]);
        const station = mayHold(content) ? read(id, String(row["version"]), content) : undefined;
        if (station?.consent.version === version && station.consent.text === text) return station;
      }
      return undefined;
    },
  };
}
