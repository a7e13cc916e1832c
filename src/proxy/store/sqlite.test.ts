import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqlite } from "./sqlite.ts";

test.skipIf(process.platform === "win32").each(["new", "there already"])(
  "the files are for our user's eyes only, in a folder that others may read: %s",
  async (how) => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-modes-"));
    chmodSync(folder, 0o755);
    const file = join(folder, "foyer.sqlite");
    if (how !== "new") writeFileSync(file, "", { mode: 0o644 });
    const driver = openSqlite(file);
    await driver.query("CREATE TABLE things (name TEXT)");
    const modes = readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
    expect(Object.fromEntries(modes)).toEqual({ "foyer.sqlite": "600", "foyer.sqlite-wal": "600" });
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
