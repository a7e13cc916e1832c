/** The columns of `submissions` with personal data. An event is not personal; `events` holds it as well. */
const personalColumns = [
  "lead",
  "consent",
  "acknowledgement",
  "differences",
  "same_phone_as",
  "fingerprint",
  "later_notes",
  "issues",
] as const;
export type PersonalColumn = (typeof personalColumns)[number];

export const isPersonal = (column: string): column is PersonalColumn =>
  (personalColumns as readonly string[]).includes(column);

/**
 * SQL for personal data. SQLite stores it encrypted with the key of a week (sealedColumns.ts), Postgres as plain text.
 * All arguments are SQL expressions. Selected columns need no function: the driver decrypts them when the row has its
 * `id`.
 */
export interface Personal {
  /** True when `submissions` has the column `week`: the week of the row's key, null while the row is not encrypted. */
  readonly hasWeek: boolean;
  /** The expression to store in a column. */
  readonly seal: (column: PersonalColumn, value: string, id: string, week: string) => string;
  /** The plain text of a column, for use in a condition. */
  readonly open: (column: PersonalColumn) => string;
  /**
   * Right after the INSERT of an arrival: the condition that it was new. `given` is its fingerprint. To decrypt the stored
   * one costs a third of an accept.
   */
  readonly isNew: (given: string) => string;
  /** The expression to store in `reach` for a value. */
  readonly mark: (value: string, week: string) => string;
  /** A SELECT that returns each `value` of `asked` with every form in which it may be stored. */
  readonly marks: string;
}

export const asItIs: Personal = {
  hasWeek: false,
  seal: (_, value) => value,
  open: (column) => column,
  isNew: (given) => `fingerprint = ${given}`,
  mark: (value) => value,
  marks: "SELECT value, value FROM asked",
};

export const sealed: Personal = {
  hasWeek: true,
  seal: (column, value, id, week) => `foyer_seal('${column}', ${value}, ${id}, ${week})`,
  open: (column) => `foyer_open('${column}', ${column}, id)`,
  isNew: () => "changes() = 1",
  mark: (value, week) => `foyer_mark(${value}, ${week})`,
  marks: "SELECT asked.value, mark.value FROM asked, json_each(foyer_marks(asked.value)) AS mark",
};

const weekMs = 7 * 24 * 60 * 60_000;

/** The week number of a time in ms, and the SQL expression for it. */
export const weekOf = (ms: number) => Math.trunc(ms / weekMs);
export const weekIn = (time: string) => `CAST(${time} / ${weekMs} AS INTEGER)`;

/** Encrypts all personal columns again, with the key of another week. */
export const sealAgain = (week: string) =>
  [...personalColumns.map((column) => `${column} = foyer_seal_again('${column}', ${column}, id, ${week})`)]
    .concat(`week = ${week}`)
    .join(", ");
