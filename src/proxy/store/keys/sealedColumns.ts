import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Row } from "../driver/driver.ts";
import { isPersonal } from "../driver/personal.ts";
import { markOf, open, seal, weekOfSealed } from "./sealing.ts";
import { unreadableText } from "../driver/unreadable.ts";
import type { WeekKeys } from "./weekKeys.ts";

type Cell = SQLOutputValue;

const placeOf = (id: unknown, column: unknown) => `${String(id)} ${String(column)}`;

/** Registers the SQL functions that personal.ts uses. */
export function defineSealing(database: DatabaseSync, keys: WeekKeys): void {
  const sealText = (column: Cell, value: Cell, id: Cell, week: Cell) =>
    // A row without a week comes from an earlier version and is encrypted later (resealing.ts).
    typeof value === "string" && week !== null
      ? seal(keys.findOrMake(Number(week)), Number(week), value, placeOf(id, column))
      : value;
  database.function("foyer_seal", sealText);
  database.function("foyer_seal_again", (column: Cell, value: Cell, id: Cell, week: Cell) =>
    sealText(column, value instanceof Uint8Array ? opened(value, placeOf(id, column), keys) : value, id, week),
  );
  database.function("foyer_open", (column: Cell, value: Cell, id: Cell) =>
    value instanceof Uint8Array ? textIn(value, placeOf(id, column), keys) : value,
  );
  database.function("foyer_mark", (value: Cell, week: Cell) =>
    week === null ? value : markOf(keys.findOrMake(Number(week)), String(value)),
  );
  // Includes the plain value, as an earlier version stored it.
  database.function("foyer_marks", (value: Cell) =>
    JSON.stringify([value, ...keys.all().map((key) => markOf(key, String(value)))]),
  );
}

/** Decrypts the sealed columns of a row. Throws when the row has no `id`, which decryption needs. */
export function openRow(row: Record<string, unknown>, keys: WeekKeys, failed: (id: string) => void): Row {
  for (const [column, value] of Object.entries(row)) {
    if (!(value instanceof Uint8Array)) continue;
    if (!isPersonal(column) || typeof row["id"] !== "string")
      throw new Error(`${column} is sealed: select it by its name, with the id of its row`);
    row[column] = textIn(value, placeOf(row["id"], column), keys);
    if (row[column] === unreadableText) failed(row["id"]);
  }
  return row as Row;
}

function textIn(value: Uint8Array, place: string, keys: Pick<WeekKeys, "find">): string {
  try {
    return opened(value, place, keys);
  } catch {
    return unreadableText;
  }
}

function opened(value: Uint8Array, place: string, keys: Pick<WeekKeys, "find">): string {
  const key = keys.find(weekOfSealed(value) ?? NaN);
  if (key === undefined) throw new Error(`${place} is sealed, and its key is not here`);
  return open(key, value, place);
}

/** Returns the weeks whose keys are needed: those of all rows with a lead. */
export function weeksInUse(database: DatabaseSync): readonly number[] {
  const columns = database.prepare("SELECT name FROM pragma_table_info('submissions')").all();
  if (!columns.some(({ name }) => name === "week")) return [];
  const next = database.prepare("SELECT min(week) AS week FROM submissions WHERE lead IS NOT NULL AND week > ?");
  const weeks: number[] = [];
  for (let after = -Infinity; ;) {
    const week = next.get(after)?.["week"];
    if (typeof week !== "number") return weeks;
    weeks.push(week);
    after = week;
  }
}

/**
 * Returns the weeks in which this database had leads but has none now (migrate.ts). It may not delete other keys: a
 * newer copy of the database may need them.
 */
export function endedWeeks(database: DatabaseSync): readonly number[] {
  const inUse = weeksInUse(database);
  const own = database.prepare("SELECT week FROM own_weeks").all();
  return own.map(({ week }) => Number(week)).filter((week) => !inUse.includes(week));
}

/**
 * Throws when a key is missing that a lead needs, or when the keys are another database's: they open nothing. `isPair`:
 * they are known to be this database's.
 */
export function verifyKeys(database: DatabaseSync, keys: Pick<WeekKeys, "find">, path: string, isPair: boolean): void {
  const weeks = weeksInUse(database);
  if (weeks.length === 0) return;
  const isOpen = (week: number) => samplesIn(database, week).some((row) => isReadableRow(row, keys));
  if (weeks.some((week) => keys.find(week) === undefined) || (!isPair && !weeks.some(isOpen)))
    throw new Error(
      `leads cannot be read: ${path} is missing or does not belong to this database. Put the right file back, or restore a backup`,
    );
}

/** The ids of leads that cannot be read, of a few leads of each week. */
export const unreadableSamples = (database: DatabaseSync, keys: Pick<WeekKeys, "find">): readonly string[] =>
  weeksInUse(database)
    .flatMap((week) => samplesIn(database, week))
    .filter((row) => !isReadableRow(row, keys))
    .map(({ id }) => String(id));

const isReadableRow = ({ id, lead }: Record<string, Cell>, keys: Pick<WeekKeys, "find">) =>
  lead instanceof Uint8Array && textIn(lead, placeOf(id, "lead"), keys) !== unreadableText;

const samplesIn = (database: DatabaseSync, week: number) =>
  database.prepare(`SELECT * FROM (${someOf("ASC")}) UNION SELECT * FROM (${someOf("DESC")})`).all(week);

const someOf = (order: "ASC" | "DESC") =>
  `SELECT id, lead FROM submissions WHERE lead IS NOT NULL AND week = ?1 ORDER BY rowid ${order} LIMIT 5`;
