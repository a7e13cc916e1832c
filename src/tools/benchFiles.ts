import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const chunkBytes = 2 ** 26;

/** The encryption keys of a SQLite store, by week. */
export function keysIn(path: string): ReadonlyMap<unknown, Uint8Array> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 10_000 });
  const rows = database.prepare("SELECT week, key FROM week_keys").all();
  database.close();
  return new Map(rows.map(({ week, key }) => [week, key as Uint8Array]));
}

/** Returns how many of these leads are not in the store, or are encrypted with a missing key. */
export function lostOf(file: string, ids: readonly string[], keys: ReadonlyMap<unknown, Uint8Array>): number {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  const find = database.prepare("SELECT week FROM submissions WHERE id = ? AND lead IS NOT NULL");
  const lost = ids.filter((id) => !keys.has(find.get(id)?.["week"])).length;
  database.close();
  return lost;
}

/** Whether any file in a folder contains these bytes. */
export function filesHold(folder: string, bytes: string | Uint8Array): boolean {
  const sought = Buffer.from(bytes as Uint8Array);
  return readdirSync(folder).some((name) => fileHolds(join(folder, name), sought));
}

function fileHolds(path: string, sought: Buffer): boolean {
  const handle = openSync(path, "r");
  const chunk = Buffer.alloc(chunkBytes);
  try {
    for (let at = 0; ;) {
      const read = readSync(handle, chunk, 0, chunkBytes, at);
      if (chunk.subarray(0, read).includes(sought)) return true;
      if (read < chunkBytes) return false;
      at += read - sought.length + 1;
    }
  } finally {
    closeSync(handle);
  }
}
