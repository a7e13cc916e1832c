import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Driver } from "./driver.ts";
import { migrate } from "./migrate.ts";
import { outboxIn } from "./outbox.ts";
import { lockOf, openSqlite, rescueOf } from "./sqlite.ts";

/** Copied in one step, in one transaction: what the proxy writes meanwhile does not start the copy again. */
const allPages = 2 ** 30;
/** A lead that was being sent when the backup was made is looked for this long after the restore. */
const firstLookMs = 15_000;

export interface Counts {
  readonly leads: number;
  /** Not in Lofty yet, as far as the copy knows. */
  readonly open: number;
}

/**
 * Copies the whole database at `source`, its log included, while a proxy may write to it. The copy appears at `target`
 * once it is whole and checked; a file that is there already is replaced.
 *
 * Throws when the source is no Foyer database or the copy fails its check.
 */
export async function backUp(source: string, target: string): Promise<Counts> {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  const from = new DatabaseSync(source, { readOnly: true, timeout: 10_000 });
  try {
    await backup(from, part, { rate: allPages });
  } finally {
    from.close();
  }
  const counts = inspect(part);
  chmodSync(part, 0o600);
  renameSync(part, target);
  return counts;
}

/**
 * Puts a backup in the place of the database at `file`. What was there is kept beside it. Every lead that the backup
 * holds as open is looked for in Lofty before it is sent: it may have been sent after the backup was made.
 *
 * Throws "database is locked" while a proxy runs, and when the backup is no Foyer database; nothing is changed then.
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
    for (const leftover of [next, ...sidecars(next)]) rmSync(leftover, { force: true });
    const counts = await backUp(backupFile, next);
    const driver = openSqlite(next);
    await migrate(driver);
    const reconciled = await reconcile(driver, now);
    await driver.close();
    const earlier = existsSync(file)
      ? `${file}.before-${new Date(now).toISOString().replaceAll(/[:.]/g, "-")}`
      : undefined;
    if (earlier !== undefined) moveAside(file, earlier);
    renameSync(next, file);
    for (const leftover of [`${next}.lock`, ...sidecars(next)]) rmSync(leftover, { force: true });
    if (resolve(backupFile) === resolve(rescueOf(file))) rmSync(backupFile, { force: true });
    return { ...counts, reconciled, ...(earlier === undefined ? {} : { earlier }) };
  } finally {
    unlock();
  }
}

/** After a restore, on any store: no open lead is sent before it was looked for. Returns how many are open. */
export const reconcile = (driver: Driver, now: number): Promise<number> =>
  outboxIn(driver).reconcileOpen(now, now + firstLookMs);

const sidecars = (file: string) => [`${file}-wal`, `${file}-shm`];

/** The log belongs to its database: without it the last leads are missing. */
function moveAside(file: string, earlier: string): void {
  for (const [from, to] of [
    [`${file}-wal`, `${earlier}-wal`],
    [file, earlier],
  ] as const)
    if (existsSync(from)) renameSync(from, to);
  rmSync(`${file}-shm`, { force: true });
}

function inspect(file: string): Counts {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const [check] = database.prepare("PRAGMA quick_check").all();
    if (check?.["quick_check"] !== "ok") throw new Error(`${file} is damaged`);
    const [counts] = database
      .prepare(
        "SELECT count(*) AS leads, sum(CASE WHEN status IN ('accepted', 'sending', 'unknown') THEN 1 ELSE 0 END) AS open FROM submissions",
      )
      .all();
    return { leads: Number(counts?.["leads"] ?? 0), open: Number(counts?.["open"] ?? 0) };
  } finally {
    database.close();
  }
}
