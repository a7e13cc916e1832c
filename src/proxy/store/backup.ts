import { randomUUID } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Driver } from "./driver/driver.ts";
import { migrate } from "./migrations/migrate.ts";
import { outboxIn } from "./outbox.ts";
import { keepPrivate } from "./keys/keepPrivate.ts";
import { lockOf, openDatabase } from "./database/database.ts";
import { rescueOf } from "./keys/goneCheck.ts";
import { addKioskKeys } from "./keys/kioskKeys.ts";
import { pairIdIn, writePairIdInto } from "./keys/pair.ts";
import { markRestored } from "./restored.ts";
import { verifyKeys } from "./keys/sealedColumns.ts";
import { withDatabase } from "./keys/withDatabase.ts";
import { finderOf, flush, keysOf, readSecrets, removeSecrets, writeSecrets, type Secrets } from "./keys/weekKeys.ts";

/** The whole copy is one step in one transaction, so that writes of the proxy do not restart it. */
const allPages = 2 ** 30;
/** After a restore, a lead that was being sent at the time of the backup is looked up after this delay. */
const firstLookMs = 15_000;

export interface Counts {
  readonly leads: number;
  /** Not in Lofty yet, according to the copy. */
  readonly open: number;
}

/**
 * Copies the whole database at `source` with its WAL and keys, while a proxy may write to it. Writes one file, which
 * appears at `target` only when it is complete and verified. Replaces an existing file.
 *
 * Throws when the source is not a Foyer database or when the copy is damaged.
 */
export async function backUp(source: string, target: string): Promise<Counts> {
  const part = `${target}.part`;
  // A key is stored before its first lead and deleted when no lead needs it. The keys from before and after the copy
  // together contain every key that the copy needs.
  const before = readSecrets(keysOf(source));
  await copy(source, part);
  const secrets = new Map([...before, ...readSecrets(keysOf(source))]);
  const counts = inspect(part, secrets);
  writeSecrets(part, secrets);
  chmodSync(part, 0o600);
  renameSync(part, target);
  return counts;
}

async function copy(source: string, target: string): Promise<void> {
  rmSync(target, { force: true });
  keepPrivate(target);
  const from = new DatabaseSync(source, { readOnly: true, timeout: 10_000 });
  try {
    await backup(from, target, { rate: allPages });
  } finally {
    from.close();
  }
}

/**
 * Replaces the database at `file` with a backup. Keeps the old one beside it, with its keys. Every lead that is open in
 * the backup is looked up in Lofty before it is sent, because it may have been sent after the backup.
 *
 * Throws "database is locked" while a proxy runs, and throws when the backup is not a Foyer database. Then nothing is
 * changed.
 */
export async function restore(
  backupFile: string,
  file: string,
  now: number,
): Promise<Counts & { readonly reconciled: number; readonly earlier?: string }> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const unlock = lockOf(file);
  const next = `${file}.restoring`;
  try {
    for (const leftover of [next, keysOf(next), ...sidecars(next)]) rmSync(leftover, { force: true });
    await copy(backupFile, next);
    // A backup contains its keys; a database that was moved aside has a key file beside it.
    const secrets = new Map([...readSecrets(keysOf(backupFile)), ...readSecrets(next)]);
    const counts = inspect(next, secrets);
    writeSecrets(keysOf(next), secrets);
    removeSecrets(next);
    // A new id for this database and its keys, so that leads accepted from now on can be decrypted only with these
    // keys.
    const id = randomUUID();
    for (const path of [keysOf(next), next]) writePairIdInto(path, id);
    const driver = openDatabase(next);
    await migrate(driver);
    await addKioskKeys(file, driver);
    const reconciled = await reconcile(driver, now);
    await driver.close();
    const earlier = [file, keysOf(file), `${file}-wal`].some((path) => existsSync(path))
      ? `${file}.before-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}`
      : undefined;
    if (earlier !== undefined) moveAside(file, earlier);
    // A start between these two renames finds keys without a database and refuses. Then the restore can be repeated.
    renameSync(keysOf(next), keysOf(file));
    renameSync(next, file);
    flush(dirname(file));
    for (const leftover of [`${next}.lock`, ...sidecars(next)]) rmSync(leftover, { force: true });
    if (resolve(backupFile) === resolve(rescueOf(file))) rmSync(backupFile, { force: true });
    return { ...counts, reconciled, ...(earlier === undefined ? {} : { earlier }) };
  } finally {
    unlock();
  }
}

/**
 * Run this after every restore. Open leads are looked up before they are sent, and retention runs before the proxy
 * serves requests. Returns how many leads are open.
 */
export async function reconcile(driver: Driver, now: number): Promise<number> {
  await markRestored(driver);
  return outboxIn(driver).reconcileOpen(now, now + firstLookMs);
}

const sidecars = (file: string) => [`${file}-wal`, `${file}-shm`];

/**
 * The WAL and the keys belong to the database: without them leads are missing. Both are copied before the database is
 * renamed, so that an interruption at any point leaves it complete in one of the two places.
 */
function moveAside(file: string, earlier: string): void {
  copyKeys(keysOf(file), keysOf(earlier));
  if (existsSync(`${file}-wal`)) {
    copyFileSync(`${file}-wal`, `${earlier}-wal`);
    flush(`${earlier}-wal`);
  }
  flush(dirname(file));
  if (existsSync(file)) renameSync(file, earlier);
  flush(dirname(file));
  for (const leftover of sidecars(file)) rmSync(leftover, { force: true });
}

function copyKeys(from: string, to: string): void {
  try {
    writeSecrets(to, readSecrets(from));
    const id = pairIdIn(from);
    if (id !== undefined) writePairIdInto(to, id);
  } catch {
    // The key file is damaged: copy it unchanged.
    copyFileSync(from, to);
  }
}

function inspect(file: string, secrets: Secrets): Counts {
  const verify = (database: DatabaseSync) => {
    const [check] = database.prepare("PRAGMA quick_check").all();
    if (check?.["quick_check"] !== "ok") throw new Error(`${file} is damaged`);
    verifyKeys(database, finderOf(secrets), "its file of keys", false);
    const [counts] = database
      .prepare(
        "SELECT count(*) AS leads, sum(CASE WHEN status IN ('accepted', 'sending', 'unknown') THEN 1 ELSE 0 END) AS open FROM submissions",
      )
      .all();
    return { leads: Number(counts?.["leads"] ?? 0), open: Number(counts?.["open"] ?? 0) };
  };
  return withDatabase(file, verify, { readOnly: true });
}
