import { closeSync, existsSync, openSync, readSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { hasTable, withDatabase } from "./withDatabase.ts";
import { keysOf } from "./weekKeys.ts";

/**
 * A number that only grows, in a database and in its key file. A database with a smaller number than its key file is an
 * older copy that somebody put in its place: what was accepted after the copy is missing in it, and what it holds may
 * have been sent meanwhile. `npm run restore` handles both.
 */
interface Mark {
  readonly mark: number;
  /** When the key file got it, in ms. */
  readonly at: number;
}

/** SQLite's `user_version`, in the header of the file: 4 bytes, big-endian. */
const markStart = 60;

/**
 * Reads the number from the file itself, because a WAL that was left by a newer database would hide it. Only while
 * nobody has the database open: closing a file releases the locks of this process.
 */
function markIn(file: string): number {
  if (!existsSync(file)) return 0;
  const bytes = Buffer.alloc(4);
  const handle = openSync(file, "r");
  readSync(handle, bytes, 0, 4, markStart);
  closeSync(handle);
  return bytes.readUInt32BE();
}

function markOfKeys(path: string): Mark {
  const read = (database: DatabaseSync) =>
    hasTable(database, "marks") ? database.prepare("SELECT mark, at FROM marks").all()[0] : undefined;
  // Not read-only: a kill may have left a journal, which SQLite must undo first.
  const row = existsSync(path) ? withDatabase(path, read) : undefined;
  return { mark: Number(row?.["mark"] ?? 0), at: Number(row?.["at"] ?? 0) };
}

/** Returns the number of a database and its key file. Throws when the database is an older copy. */
export function readMark(file: string): number {
  const [own, keys] = [markIn(file), markOfKeys(keysOf(file))];
  if (existsSync(file) && own < keys.mark)
    throw new Error(
      `${file} is an older copy: leads that were accepted until ${new Date(keys.at).toISOString()} may be missing in it. Put the newest file back; to go on with this one type: npm run restore ${file}`,
    );
  return Math.max(own, keys.mark);
}

/** SQLite's error code when another process reads or writes (SQLITE_BUSY). */
const busy = 5;

/**
 * Writes the number into both files. The key file gets it only once it is on disk in the database. Returns false when a
 * reader, such as a backup, holds that up: try again later.
 */
export function writeMark(file: string, database: DatabaseSync, mark: number, now: number): boolean {
  database.exec(`PRAGMA user_version = ${mark}`);
  const [done] = database.prepare("PRAGMA wal_checkpoint(PASSIVE)").all();
  if (done?.["log"] !== done?.["checkpointed"]) return false;
  const write = (keys: DatabaseSync) => {
    keys.exec("PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE");
    keys.exec("CREATE TABLE IF NOT EXISTS marks (mark INTEGER, at INTEGER); DELETE FROM marks");
    keys.prepare("INSERT INTO marks (mark, at) VALUES (?, ?)").run(mark, now);
    keys.exec("COMMIT");
  };
  try {
    withDatabase(keysOf(file), write, { timeout: 0 });
    return true;
  } catch (error) {
    if ((error as { errcode?: unknown }).errcode === busy) return false;
    throw error;
  }
}
