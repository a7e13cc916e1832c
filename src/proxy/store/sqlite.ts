import { chmodSync, closeSync, existsSync, openSync } from "node:fs";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { isKept, type Driver, type Row, type Statement, type Value } from "./driver.ts";

/**
 * SQLite, embedded. WAL with synchronous FULL loses no acknowledged row in a kill or a power cut (research/outbox.md);
 * EXCLUSIVE keeps a second proxy off the file; secure_delete overwrites what is deleted.
 */
export function openSqlite(file: string): Driver {
  if (file !== ":memory:") keepPrivate(file);
  const database = new DatabaseSync(file, { timeout: 0 });
  database.exec(
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
  );
  // Takes the lock now, so that a second process is refused at its start and not at its first lead.
  database.exec("BEGIN EXCLUSIVE; COMMIT;");
  const prepared = new Map<string, StatementSync>();
  const run = ([sql, values = []]: Statement): readonly Row[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql.replaceAll(/\$(\d+)/g, "?$1"));
    if (isKept(sql)) prepared.set(sql, statement);
    return statement.all(...(values as Value[])) as unknown as readonly Row[];
  };
  const query: Driver["query"] = async (sql, values) => run([sql, values ?? []]);
  const batch: Driver["batch"] = async (statements) => {
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
  return {
    query,
    batch,
    shared: false,
    takeSeat: async () => ({ query, batch, lost: new Promise(() => {}), leave: async () => {} }),
    // A second process is kept off the file: there is nobody else to hang.
    unseat: async () => {},
    // secure_delete clears what is deleted, not what was left behind when rows moved between pages (seen in a test), and
    // the log still holds the pages as they were.
    scrub: async () => database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);"),
    close: async () => database.close(),
  };
}

/** For our user's eyes only, whatever the folder lets others do. SQLite gives its log the rights of the file. */
function keepPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
  for (const one of [file, `${file}-wal`])
    try {
      if (existsSync(one)) chmodSync(one, 0o600);
    } catch {
      // Another user's file that we may write to, as on a shared volume: its owner has decided.
    }
}
