import { DatabaseSync, type StatementSync } from "node:sqlite";
import { probeOf, unshared, type Driver, type Row, type Statement, type Value } from "../driver/driver.ts";
import { goneCheck } from "../keys/goneCheck.ts";
import { keepPrivate } from "../keys/keepPrivate.ts";
import { readMark, writeMark } from "../keys/mark.ts";
import { pairIdOf, writePairId, writePairIdInto } from "../keys/pair.ts";
import { sealed } from "../driver/personal.ts";
import { defineSealing, endedWeeks, openRow, unreadableSamples } from "../keys/sealedColumns.ts";
import { keysOf, openWeekKeys, type WeekKeys } from "../keys/weekKeys.ts";

/** Statements for many rows have one text for each number of rows, up to 64 (groupCommit.ts). */
const mostPrepared = 300;
const mostUnreadable = 100;
/** How often the files get a new mark (mark.ts). A shorter gap than this one is not noticed by beats.ts either. */
const markEveryMs = 10 * 60_000;

/**
 * A SQLite database in this thread: every call blocks it until the disk responds (sqlite.ts runs it in another thread).
 * WAL with synchronous FULL loses no committed row in a crash or power cut. Personal data is encrypted, with the keys
 * in a second file. Only one process at a time may open the database: it holds the lock (lockOf). The lock is another
 * file, so that a backup can read the database meanwhile.
 *
 * Throws when another process holds the lock ("database is locked"), when the key file belongs to another database, and
 * when the database is an older copy. Then nothing is changed.
 */
export function openDatabase(file: string): Driver {
  const inMemory = file === ":memory:";
  const unlock = inMemory ? () => {} : lockOf(file);
  const { database, keys, mark } = undoing(unlock, () => openBoth(file, inMemory ? undefined : identify(file)));
  const gone = inMemory ? { refuse: () => {}, wrote: () => {} } : goneCheck(file, database, keys);
  const refuseIfGone: ReturnType<typeof goneCheck>["refuse"] = gone.refuse;
  /** Runs `work`, which may write into the file. */
  const writing = <Result>(work: () => Result): Result => {
    refuseIfGone();
    try {
      return work();
    } finally {
      gone.wrote();
    }
  };
  let marked = { mark: mark ?? 0, at: -Infinity };
  const markAgain = () => {
    if (mark === undefined || Math.abs(Date.now() - marked.at) < markEveryMs) return;
    const next = { mark: marked.mark + 1, at: Date.now() };
    if (writing(() => writeMark(file, database, next.mark, next.at))) marked = next;
  };
  const unreadable = new Set(unreadableSamples(database, keys).slice(0, mostUnreadable));
  const noteUnreadable = (id: string) => void (unreadable.size < mostUnreadable && unreadable.add(id));
  const prepared = new Map<string, StatementSync>();
  const run = ([sql, values = []]: Statement): readonly Row[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql.replaceAll(/\$(\d+)/g, "?$1"));
    // Evicts the least recently used statement.
    prepared.delete(sql);
    prepared.set(sql, statement);
    if (prepared.size > mostPrepared) prepared.delete([...prepared.keys()][0] ?? "");
    return statement.all(...(values as Value[])).map((row) => openRow(row, keys, noteUnreadable));
  };
  const query: Driver["query"] = async (sql, values) => writing(() => run([sql, values ?? []]));
  const together = (statements: readonly Statement[]) => {
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
  const batch: Driver["batch"] = async (statements) => writing(() => together(statements));
  const checkpoint = "PRAGMA wal_checkpoint(TRUNCATE);";
  return {
    ...unshared({ query, batch }),
    personal: sealed,
    dropKeys: async () => {
      refuseIfGone();
      return keys.drop(endedWeeks(database));
    },
    unreadable: async () => {
      const ids = [...unreadable];
      unreadable.clear();
      // Adds those again that still cannot be read.
      for (const id of ids) run(["SELECT id, lead, consent FROM submissions WHERE id = $1", [id]]);
      return [...unreadable];
    },
    probe: async () => {
      refuseIfGone("read the keys");
      keys.probe();
      await batch(probeOf());
      markAgain();
    },
    // secure_delete clears deleted rows, but not the copies left when rows move between pages (seen in a test), and the
    // WAL still holds old pages.
    scrub: async () => {
      database.exec(`VACUUM; ${checkpoint}`);
      gone.wrote();
      refuseIfGone("scrubbed");
    },
    // Then the database is one file, so a copy of that file is complete.
    close: async () => {
      database.exec(checkpoint);
      database.close();
      keys.close();
      unlock();
    },
  };
}

/** The id and the mark that a database shares with its key file. */
const identify = (file: string) => ({ mark: readMark(file), id: pairIdOf(file) });

interface Opened {
  readonly database: DatabaseSync;
  readonly keys: WeekKeys;
  readonly mark: number | undefined;
}

/**
 * Opens a database with its keys. Both files get the same id. The key file gets it first, so that a database with an id
 * always has keys.
 */
function openBoth(file: string, own: ReturnType<typeof identify> | undefined): Opened {
  const { id, mark } = own ?? {};
  if (id !== undefined) keepPrivate(file);
  const database = new DatabaseSync(file, { timeout: 2_000 });
  return undoing(
    () => database.close(),
    () => {
      database.exec(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
      );
      const keys = openWeekKeys(id === undefined ? file : keysOf(file));
      return undoing(keys.close, () => {
        if (id !== undefined) {
          writePairIdInto(keysOf(file), id);
          writePairId(database, id);
        }
        defineSealing(database, keys);
        return { database, keys, mark };
      });
    },
  );
}

/** Returns the result of `run`. When it throws, calls `undo` first. */
function undoing<Result>(undo: () => void, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    undo();
    throw error;
  }
}

/**
 * Takes the lock of a database file: an empty SQLite database beside it, locked while this process runs. Returns a
 * function that releases it. Throws "database is locked" when another process holds it.
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
