import { chmodSync, closeSync, existsSync, openSync } from "node:fs";

/**
 * Makes the database files readable for our user only, whatever the folder allows. SQLite gives its log the same mode
 * as the file.
 */
export function keepPrivate(file: string): void {
  closeSync(openSync(file, "a", 0o600));
  for (const one of [file, `${file}-wal`, `${file}-shm`])
    try {
      if (existsSync(one)) chmodSync(one, 0o600);
    } catch {
      // The file belongs to another user, for example on a shared volume: keep that user's mode.
    }
}
