/** A value in a row: TEXT, BIGINT (as a number: milliseconds and counts) or NULL. */
export type Value = string | number | null;
export type Row = { readonly [column: string]: Value };
export type Statement = readonly [sql: string, values?: readonly Value[]];

/** Whether a text is prepared once for all: one for many rows comes in too many lengths. */
export const isKept = (sql: string) => sql.length < 1_000;

/**
 * What the store needs of a database: one SQL text (with `$1` for values) serves SQLite and Postgres. Every call is
 * one transaction, on disk before it answers.
 */
export interface Driver {
  readonly query: (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
  /** All statements or none; the rows of each. */
  readonly batch: (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>;
  /** Other proxies work on the same database. */
  readonly shared: boolean;
  /** The one place from which leads are sent, or undefined while another proxy has it. */
  readonly takeSeat: () => Promise<Seat | undefined>;
  /** Takes the seat from a proxy that hangs: it cannot write through it any more, and the seat is free. */
  readonly unseat: () => Promise<void>;
  /** Writes and flushes a row. Rejects when what is accepted now would not be kept. */
  readonly probe: () => Promise<void>;
  /** Takes what was deleted out of the files as well. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a probe writes: always the same row. */
export const probeOf = (): readonly Statement[] => [
  ["INSERT INTO beats (name, at) VALUES ('probe', $1) ON CONFLICT (name) DO UPDATE SET at = $1", [Date.now()]],
];

/** Whoever writes through the seat still has it: it is a lock of the very connection that writes. */
export interface Seat extends Pick<Driver, "query" | "batch"> {
  /** Resolves when the seat is gone: another proxy may have it. */
  readonly lost: Promise<void>;
  readonly leave: () => Promise<void>;
}
