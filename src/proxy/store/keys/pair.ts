import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { verifyKeys, weeksInUse } from "./sealedColumns.ts";
import { hasTable, withDatabase } from "./withDatabase.ts";
import { finderOf, keysOf, readSecrets } from "./weekKeys.ts";

/**
 * A database and its key file have the same random id, in a table with this name. Another database's keys cannot
 * decrypt the leads, and a database must not delete keys that it does not know.
 */
const table = "CREATE TABLE IF NOT EXISTS pair (id TEXT NOT NULL)";

/**
 * Returns the id that a database and its key file have or will get: files of earlier versions have none, and a new
 * database has no key file. Only reads.
 *
 * Throws when the two files do not belong together.
 */
export function pairIdOf(file: string): string {
  const path = keysOf(file);
  const isThere = existsSync(file);
  const check = (database: DatabaseSync) => {
    const [id, keysId, keys] = [idIn(database), ...readOrRefuse(path)];
    const holdsNothing = weeksInUse(database).length === 0;
    const isPair = id !== undefined && id === keysId;
    const isOther = id !== undefined && keysId !== undefined && !isPair;
    // Neither file has an id, or a start was interrupted before the database got one.
    const isNew = id === undefined && keys.count === 0;
    if (isOther || (holdsNothing && !isPair && !isNew)) throw new Error(notTogether(path));
    verifyKeys(database, keys, path, isPair);
    return id ?? keysId ?? randomUUID();
  };
  return withDatabase(isThere ? file : ":memory:", check, { readOnly: isThere, timeout: 2_000 });
}

const notTogether = (path: string) =>
  `${path} is missing or belongs to another database. Put the two files back that belong together; to start without any leads move both away; if a restore was interrupted, restore again`;

function readOrRefuse(path: string) {
  try {
    const secrets = readSecrets(path);
    return [pairIdIn(path), { count: secrets.size, ...finderOf(secrets) }] as const;
  } catch {
    throw new Error(`${path} is damaged. Put the right file back, or restore a backup`);
  }
}

/** Returns the id in a file; undefined when the file or its id is missing. */
export function pairIdIn(path: string): string | undefined {
  return existsSync(path) ? withDatabase(path, idIn, { readOnly: true }) : undefined;
}

function idIn(database: DatabaseSync): string | undefined {
  const [row] = hasTable(database, "pair") ? database.prepare("SELECT id FROM pair").all() : [];
  return row && String(row["id"]);
}

/** Writes the id into an open database or key file. It is on disk before this returns. */
export function writePairId(database: DatabaseSync, id: string): void {
  if (idIn(database) === id) return;
  database.exec(`BEGIN IMMEDIATE; ${table}; DELETE FROM pair`);
  database.prepare("INSERT INTO pair (id) VALUES (?)").run(id);
  database.exec("COMMIT");
}

/** Writes the id into a file. */
export function writePairIdInto(path: string, id: string): void {
  withDatabase(path, (database) => {
    database.exec("PRAGMA synchronous = EXTRA");
    writePairId(database, id);
  });
}
