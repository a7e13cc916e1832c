import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { isKept, probeOf, type Driver, type Row, type Statement, type Value } from "./driver.ts";

/**
 * SQLite, embedded. WAL with synchronous FULL loses no acknowledged row in a kill or a power cut (research/outbox.md);
 * secure_delete overwrites what is deleted. One process at a time has the database: it holds the lock (lockOf). The
 * database itself is not locked, so that a backup can read it meanwhile.
 *
 * Throws when another process holds the lock ("database is locked").
 */
export function openSqlite(file: string): Driver {
  const inMemory = file === ":memory:";
  if (!inMemory) keepPrivate(file);
  const unlock = inMemory ? () => {} : lockOf(file);
  const database = new DatabaseSync(file, { timeout: 2_000 });
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
  );
  const refuseIfGone = inMemory ? () => {} : goneCheck(file, database);
  const prepared = new Map<string, StatementSync>();
  const run = ([sql, values = []]: Statement): readonly Row[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql.replaceAll(/\$(\d+)/g, "?$1"));
    if (isKept(sql)) prepared.set(sql, statement);
    return statement.all(...(values as Value[])) as unknown as readonly Row[];
  };
  const query: Driver["query"] = async (sql, values) => {
    refuseIfGone();
    return run([sql, values ?? []]);
  };
  const batch: Driver["batch"] = async (statements) => {
    refuseIfGone();
    database.exec("BEGIN IMMEDIATE");
    try {
      const rows = statements.map(run);
      database.exec("COMMIT");
      return rows;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
  const checkpoint = "PRAGMA wal_checkpoint(TRUNCATE);";
  return {
    query,
    batch,
    shared: false,
    takeSeat: async () => ({ query, batch, lost: new Promise(() => {}), leave: async () => {} }),
    // A second process is kept off the file: there is nobody else to hang.
    unseat: async () => {},
    probe: async () => void (await batch(probeOf())),
    // secure_delete clears what is deleted, not what was left behind when rows moved between pages (seen in a test), and
    // the log still holds the pages as they were.
    scrub: async () => database.exec(`VACUUM; ${checkpoint}`),
    // The database is then one file: whoever copies it has everything.
    close: async () => {
      database.exec(checkpoint);
      database.close();
      unlock();
    },
  };
}

/**
 * Takes the lock of a database file: an empty SQLite database beside it, locked for as long as this process runs.
 * Returns the function that releases it. Throws "database is locked" when another process has it.
 */
export function lockOf(file: string): () => void {
  const path = `${file}.lock`;
  keepPrivate(path);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; COMMIT;");
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

/** Where the leads of a deleted database are saved. */
export const rescueOf = (file: string) => `${file}.rescued`;

/**
 * Returns a check that throws once the database's files are no longer those on disk (deleted, moved, another file in
 * their place): what would be written then is gone with this process. The first time, everything in the open database is
 * saved to `rescueOf(file)`.
 */
function goneCheck(file: string, database: DatabaseSync): () => void {
  const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino;
  const log = `${file}-wal`;
  // The first read makes the log.
  database.exec("SELECT count(*) FROM sqlite_schema");
  const inode = inodeOf(file);
  const logInode = inodeOf(log);
  let gone: string | undefined;
  return () => {
    if (gone === undefined) {
      if (inodeOf(file) === inode && inodeOf(log) === logInode) return;
      gone = rescue(file, database);
    }
    throw new Error(gone);
  };
}

function rescue(file: string, database: DatabaseSync): string {
  const copy = rescueOf(file);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(copy)) database.prepare("VACUUM INTO ?").run(copy);
    chmodSync(copy, 0o600);
    return `${file} was deleted or replaced while Foyer ran; what it held is saved in ${copy}`;
  } catch (error) {
    return `${file} was deleted or replaced while Foyer ran, and could not be saved: ${(error as Error).message}`;
  }
}

/** For our user's eyes only, whatever the folder lets others do. SQLite gives its log the rights of the file. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
  for (const one of [file, `${file}-wal`, `${file}-shm`])
    try {
      if (existsSync(one)) chmodSync(one, 0o600);
    } catch {
      // Another user's file that we may write to, as on a shared volume: its owner has decided.
    }
}
