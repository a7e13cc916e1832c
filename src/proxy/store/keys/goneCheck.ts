import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { keysOf, writeSecrets, type WeekKeys } from "./weekKeys.ts";

/** The file where the leads of a deleted database are saved. */
export const rescueOf = (file: string) => `${file}.rescued`;

/** On Windows the time of an open file may change later than its content. */
const hasExactTimes = process.platform !== "win32";

export interface GoneCheck {
  /**
   * Throws when a file of the database was deleted, moved, replaced, truncated or overwritten, or when the key file has
   * other keys: further writes would be lost with this process. The first time, it saves the whole open database to
   * `rescueOf(file)`, with the keys that this process has in memory. It reads the key file when its size or time has
   * changed, or when the caller asks for it.
   */
  readonly refuse: (how?: "read the keys" | "scrubbed") => void;
  /** Call it after each write of this process: a later change of the file's time is somebody else's. */
  readonly wrote: () => void;
}

export function goneCheck(file: string, database: DatabaseSync, keys: WeekKeys): GoneCheck {
  const statOf = (path: string) => statSync(path, { throwIfNoEntry: false, bigint: true });
  const inodeOf = (path: string) => statOf(path)?.ino;
  const log = `${file}-wal`;
  // The first read creates the WAL file.
  database.exec("SELECT count(*) FROM sqlite_schema");
  const atStart = statOf(file);
  const logInode = inodeOf(log);
  const keysFile = keysOf(file);
  const keysInode = inodeOf(keysFile);
  const lookOfKeys = () => {
    const found = statOf(keysFile);
    return `${found?.ino} ${found?.size} ${found?.mtimeNs}`;
  };
  let seenKeys = lookOfKeys();
  const areKeysWhole = (mustRead: boolean) => {
    const look = lookOfKeys();
    if (look === seenKeys && !mustRead) return true;
    if (inodeOf(keysFile) !== keysInode || !keys.isIntact()) return false;
    seenKeys = look;
    return true;
  };
  let size = Number(atStart?.size ?? 0);
  let isScrubbed = false;
  let writtenAt = atStart?.mtimeNs;
  /** The database file is the same, and only this process has written to it. Only VACUUM makes it smaller: with the checkpoint after it, or a later one when a reader held that up. */
  const isWhole = () => {
    const found = statOf(file);
    if (found?.ino !== atStart?.ino || (hasExactTimes && found?.mtimeNs !== writtenAt)) return false;
    const now = Number(found?.size ?? 0);
    if (now < size) {
      const [row] = isScrubbed
        ? database.prepare("SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size").all()
        : [];
      if (now === 0 || row?.["size"] !== now) return false;
    }
    size = now;
    return true;
  };
  let gone: string | undefined;
  return {
    refuse: (how) => {
      isScrubbed ||= how === "scrubbed";
      if (gone === undefined) {
        if (isWhole() && inodeOf(log) === logInode && areKeysWhole(how === "read the keys")) return;
        gone = rescue(file, database, keys);
      }
      throw new Error(gone);
    },
    wrote: () => void (writtenAt = statOf(file)?.mtimeNs),
  };
}

function rescue(file: string, database: DatabaseSync, keys: WeekKeys): string {
  const copy = rescueOf(file);
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    if (!existsSync(copy)) {
      const part = `${copy}.part`;
      rmSync(part, { force: true });
      database.prepare("VACUUM INTO ?").run(part);
      writeSecrets(part, keys.secrets());
      chmodSync(part, 0o600);
      renameSync(part, copy);
    }
    return `${file} or its file of keys was deleted, replaced, overwritten or cut short while Foyer ran; what it held is saved in ${copy}`;
  } catch (error) {
    return `${file} or its file of keys was deleted, replaced, overwritten or cut short while Foyer ran, and could not be saved: ${(error as Error).message}`;
  }
}
