import type { Personal } from "./personal.ts";

/** A value in a row: TEXT, BIGINT (as a number: milliseconds and counts) or NULL. */
export type Value = string | number | null;
export type Row = { readonly [column: string]: Value };
export type Statement = readonly [sql: string, values?: readonly Value[]];

/**
 * The database interface of the store. One SQL text (with `$1` for values) works on SQLite and Postgres. Every call is
 * one transaction, which is on disk before the promise resolves.
 */
export interface Driver {
  readonly query: (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
  /** Runs all statements or none. Returns the rows of each. */
  readonly batch: (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>;
  /** Like `batch`, without a time limit; where `batch` has one. */
  readonly slowBatch?: Driver["batch"];
  /** SQL for personal data. */
  readonly personal: Personal;
  /**
   * Only where personal data is encrypted: deletes the keys of this database that no stored lead needs. Returns their
   * weeks.
   */
  readonly dropKeys?: () => Promise<readonly number[]>;
  /** Where that is encrypted: the ids of leads that were found unreadable and still are, 100 at most. */
  readonly unreadable?: () => Promise<readonly string[]>;
  /** True when several proxies may use the same database. */
  readonly shared: boolean;
  /** Takes the seat: the right to send leads. Returns undefined while another proxy holds it. */
  readonly takeSeat: () => Promise<Seat | undefined>;
  /** Takes the seat from a relay that hangs. Afterwards that relay cannot write through it, and the seat is free. */
  readonly unseat: () => Promise<void>;
  /** Writes and flushes one row. Rejects when the store could not keep a new lead. */
  readonly probe: () => Promise<void>;
  /** Removes deleted data from the files as well. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A probe always writes the same row. */
export const probeOf = (): readonly Statement[] => [
  ["INSERT INTO beats (name, at) VALUES ('probe', $1) ON CONFLICT (name) DO UPDATE SET at = $1", [Date.now()]],
];

/** A write through the seat succeeds only while the seat is held: the lock belongs to the connection that writes. */
export interface Seat extends Pick<Driver, "query" | "batch"> {
  /** Resolves when the seat is lost: another proxy may have it. */
  readonly lost: Promise<void>;
  readonly leave: () => Promise<void>;
}

/** For a database that only this process uses: its seat is always free, and no other relay can hang. */
export const unshared = ({ query, batch }: Pick<Driver, "query" | "batch">) => ({
  query,
  batch,
  shared: false,
  takeSeat: async () => ({ query, batch, lost: new Promise<never>(() => {}), leave: async () => {} }),
  unseat: async () => {},
});
