/** A value in a row: TEXT, BIGINT (as a number: milliseconds and counts) or NULL. */
export type Value = string | number | null;
export type Row = { readonly [column: string]: Value };
export type Statement = readonly [sql: string, values?: readonly Value[]];

/**
 * What the store needs of a database: one SQL text (with `$1` for values) serves SQLite and Postgres. Every call is
 * one transaction, on disk before it answers.
 */
export interface Driver {
  readonly query: (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;
  /** All statements or none; the rows of each. */
  readonly batch: (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>;
  readonly close: () => Promise<void>;
}
