import type { DeviceReport } from "#lead/submission/deviceReport.ts";
import type { Driver, Row, Value } from "./driver/driver.ts";

/** A device that takes leads, as it last told us. Times are milliseconds since 1970. */
export interface Device extends DeviceReport {
  readonly id: string;
  /** Counts up with every new device, for those without a name. */
  readonly number: number;
  readonly name: string | null;
  readonly role: "staff" | "kiosk";
  readonly seenAt: number;
  readonly revokedAt: number | null;
  /** When staff said that it is put away. Null once it is heard from again. */
  readonly putAwayAt: number | null;
}

export interface Devices {
  /** Stores what a device says about itself. */
  readonly report: (id: string, role: Device["role"], report: DeviceReport, now: number) => Promise<void>;
  /** Stores how many unsent leads a revoked device holds. */
  readonly reportRevoked: (id: string, unsent: number, now: number) => Promise<boolean>;
  /** Returns all devices, the last seen first. */
  readonly all: () => Promise<readonly Device[]>;
  /** Each returns false for an unknown device. */
  readonly rename: (id: string, name: string) => Promise<boolean>;
  readonly revoke: (id: string, now: number) => Promise<boolean>;
  readonly allow: (id: string) => Promise<boolean>;
  /** `now` null: it is not put away. */
  readonly putAway: (id: string, now: number | null) => Promise<boolean>;
}

export function devicesIn({ query }: Driver): Devices {
  const change = async (set: string, id: string, ...values: readonly Value[]) =>
    (await query(`UPDATE devices SET ${set} WHERE id = $1 RETURNING id`, [id, ...values])).length > 0;
  return {
    report: async (id, role, { kind, station, stationVersion, house, build, unsent }, now) => {
      // The casts are needed: Postgres cannot infer the type of a value in a SELECT.
      const cells = ["$1", "$2", "$3", "$4", "$5", "$6", "$9"].map((value) => `CAST(${value} AS TEXT)`).join();
      await query(
        `INSERT INTO devices (id, role, kind, station, house, build, station_version, unsent, seen_at, number)
         SELECT ${cells}, CAST($7 AS BIGINT), CAST($8 AS BIGINT), coalesce(max(number), 0) + 1 FROM devices WHERE true
         ON CONFLICT (id) DO UPDATE SET role = $2, kind = $3, station = $4, house = $5, build = $6, unsent = $7,
           seen_at = $8, station_version = $9, put_away_at = NULL`,
        [id, role, kind, station ?? null, house ?? null, build, unsent, now, stationVersion ?? null],
      );
    },
    reportRevoked: (id, unsent, now) => change("unsent = $2, seen_at = $3, put_away_at = NULL", id, unsent, now),
    all: async () => (await query("SELECT * FROM devices ORDER BY seen_at DESC, id")).map(deviceOf),
    rename: (id, name) => change("name = $2", id, name),
    revoke: (id, now) => change("revoked_at = $2", id, now),
    allow: (id) => change("revoked_at = NULL", id),
    putAway: (id, now) => change("put_away_at = $2", id, now),
  };
}

const deviceOf = (row: Row): Device => ({
  id: String(row["id"]),
  number: Number(row["number"]),
  name: row["name"] as string | null,
  role: row["role"] as Device["role"],
  kind: row["kind"] as Device["kind"],
  build: String(row["build"]),
  unsent: Number(row["unsent"]),
  seenAt: Number(row["seen_at"]),
  revokedAt: row["revoked_at"] === null ? null : Number(row["revoked_at"]),
  putAwayAt: row["put_away_at"] === null ? null : Number(row["put_away_at"]),
  ...(row["station"] === null ? {} : { station: String(row["station"]) }),
  ...(row["station_version"] === null ? {} : { stationVersion: String(row["station_version"]) }),
  ...(row["house"] === null ? {} : { house: String(row["house"]) }),
});
