import { DatabaseSync, type DatabaseSyncOptions } from "node:sqlite";

const timeout = 10_000;

/** Opens a SQLite file, calls `run` and closes it. Returns the result of `run`. */
export function withDatabase<Result>(
  path: string,
  run: (database: DatabaseSync) => Result,
  options: DatabaseSyncOptions = {},
): Result {
  const database = new DatabaseSync(path, { timeout, ...options });
  try {
    return run(database);
  } finally {
    database.close();
  }
}

/** Whether a database has a table. */
export const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").all(name).length > 0;
