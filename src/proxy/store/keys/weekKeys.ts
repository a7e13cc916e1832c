import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { keepPrivate } from "./keepPrivate.ts";
import { keyFrom, secretBytes, type Key } from "./sealing.ts";
import { hasTable, withDatabase } from "./withDatabase.ts";

/** The secret of each week. */
export type Secrets = ReadonlyMap<number, Uint8Array>;

/** The key file of a database, beside it. */
export const keysOf = (file: string) => `${file}.keys`;

export interface WeekKeys {
  readonly find: (week: number) => Key | undefined;
  /** Creates the key when it is missing. It is on disk before this returns. Throws when it cannot be stored. */
  readonly findOrMake: (week: number) => Key;
  /** Returns true when the file has exactly these keys. Throws when it cannot be read now. */
  readonly isIntact: () => boolean;
  /** Throws when no key could be added now. */
  readonly probe: () => void;
  readonly all: () => readonly Key[];
  readonly secrets: () => Secrets;
  /** Deletes the keys of these weeks, also from the file. Returns the weeks whose key existed. */
  readonly drop: (weeks: readonly number[]) => readonly number[];
  readonly close: () => void;
}

/**
 * Opens the keys of a database. The file is small, so it is rewritten whenever a key is deleted. Its journal is a
 * separate file that is deleted after each commit, so no log contains a deleted key.
 */
export function openWeekKeys(path: string): WeekKeys {
  const inMemory = path === ":memory:";
  const isNew = !inMemory && !existsSync(path);
  if (!inMemory) keepPrivate(path);
  const database = new DatabaseSync(path, { timeout: 2_000 });
  database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;");
  database.exec(table);
  if (isNew) flush(dirname(path));
  const secrets = new Map<number, Uint8Array>();
  const keys = new Map<number, Key>();
  /** Reloads from disk, also after a failed change: a lead may be encrypted only with a key that is on disk. */
  const load = () => {
    secrets.clear();
    keys.clear();
    for (const [week, secret] of secretsIn(database)) {
      secrets.set(week, secret);
      keys.set(week, keyFrom(secret));
    }
  };
  const change = (run: () => void) => {
    try {
      run();
    } finally {
      if (database.isTransaction) database.exec("ROLLBACK");
      load();
    }
  };
  load();
  const isIntact = () => inMemory || holdsThese(path, secrets);
  return {
    find: (week) => keys.get(week),
    isIntact,
    probe: () => database.exec("BEGIN IMMEDIATE; ROLLBACK"),
    findOrMake: (week) => {
      if (!keys.has(week) && !isIntact()) throw new Error(`${path} was changed`);
      if (!keys.has(week)) change(() => insert(database, [[week, new Uint8Array(randomBytes(secretBytes))]]));
      const key = keys.get(week);
      if (key === undefined) throw new Error(`the key of week ${week} could not be kept`);
      return key;
    },
    all: () => [...keys.values()],
    secrets: () => secrets,
    drop: (weeks) => {
      const ended = [...secrets.keys()].filter((week) => weeks.includes(week));
      if (ended.length === 0) return ended;
      if (!isIntact()) throw new Error(`${path} was changed`);
      change(() => {
        database.exec("BEGIN IMMEDIATE");
        const remove = database.prepare("DELETE FROM week_keys WHERE week = ?");
        for (const week of ended) remove.run(week);
        database.exec("COMMIT");
      });
      database.exec("VACUUM");
      return ended;
    },
    close: () => database.close(),
  };
}

/** SQLite's error codes for a damaged file and for a file that is not a database (SQLITE_CORRUPT, SQLITE_NOTADB). */
const damages = new Set<unknown>([11, 26]);

function holdsThese(path: string, secrets: Secrets): boolean {
  try {
    // Uses a new connection, because an existing one may have old pages in its cache.
    const found = readSecrets(path);
    return found.size === secrets.size && [...secrets].every(([week, secret]) => isEqual(found.get(week), secret));
  } catch (error) {
    if (damages.has((error as { errcode?: unknown }).errcode)) return false;
    throw error;
  }
}
const isEqual = (one: Uint8Array | undefined, other: Uint8Array) =>
  one !== undefined && Buffer.compare(one, other) === 0;

const table = "CREATE TABLE IF NOT EXISTS week_keys (week INTEGER PRIMARY KEY, key BLOB NOT NULL)";

function insert(database: DatabaseSync, secrets: Iterable<readonly [number, Uint8Array]>): void {
  const add = database.prepare("INSERT INTO week_keys (week, key) VALUES (?, ?)");
  for (const [week, secret] of secrets) add.run(week, secret);
}

function secretsIn(database: DatabaseSync): Secrets {
  const rows = database.prepare("SELECT week, key FROM week_keys").all();
  return new Map(rows.map(({ week, key }) => [Number(week), key as Uint8Array]));
}

/** Returns the secrets in a key file or a backup; empty when the file or its table is missing. */
export function readSecrets(path: string): Secrets {
  if (!existsSync(path)) return new Map();
  return withDatabase(path, (database) => (hasTable(database, "week_keys") ? secretsIn(database) : new Map()));
}

/** Finds the keys made from secrets, as WeekKeys does. */
export function finderOf(secrets: Secrets): Pick<WeekKeys, "find"> {
  const keys = new Map([...secrets].map(([week, secret]) => [week, keyFrom(secret)]));
  return { find: (week) => keys.get(week) };
}

/** Writes secrets into a new key file or into a backup, which then has one more table. */
export function writeSecrets(path: string, secrets: Secrets): void {
  keepPrivate(path);
  withDatabase(path, (database) => {
    database.exec(`PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE; ${table};`);
    insert(database, secrets);
    database.exec("COMMIT");
  });
}

/** Removes the secrets from a copy of a backup and rewrites it, so that its unused pages contain none. */
export function removeSecrets(path: string): void {
  withDatabase(path, (database) => {
    if (hasTable(database, "week_keys")) database.exec("PRAGMA journal_mode = DELETE; DROP TABLE week_keys; VACUUM");
  });
}

/** Flushes a folder: a new or renamed file is durable only after that. */
export function flush(path: string): void {
  const handle = openSync(path, "r");
  fsyncSync(handle);
  closeSync(handle);
}
