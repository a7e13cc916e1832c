import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { rescueOf } from "../keys/goneCheck.ts";
import { openSqlite } from "./sqlite.ts";

const open = (file: string) =>
  openSqlite(file, (error) => {
    throw error;
  });

test.skipIf(process.platform === "win32").each(["new", "there already"])(
  "files are readable for our user only, even in a folder that others may read: %s",
  async (how) => {
    const folder = mkdtempSync(join(tmpdir(), "foyer-modes-"));
    chmodSync(folder, 0o755);
    const file = join(folder, "foyer.sqlite");
    if (how !== "new") writeFileSync(file, "", { mode: 0o644 });
    const driver = await open(file);
    await driver.query("CREATE TABLE things (name TEXT)");
    const modes = readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
    expect(Object.fromEntries(modes)).toEqual({
      "foyer.sqlite": "600",
      "foyer.sqlite.keys": "600",
      "foyer.sqlite.lock": "600",
      "foyer.sqlite-shm": "600",
      "foyer.sqlite-wal": "600",
    });
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
  },
);

test("a second process cannot open the database", async () => {
  const folder = mkdtempSync(join(tmpdir(), "foyer-lock-"));
  const file = join(folder, "foyer.sqlite");
  const driver = await open(file);
  await expect(open(file)).rejects.toThrow("database is locked");
  await driver.close();
  await (await open(file)).close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(["foyer.sqlite", "foyer.sqlite-wal", "foyer.sqlite.keys"])(
  "%s is deleted, moved or replaced: accepts nothing more, and saves what was accepted",
  async (name) => {
    const changes = {
      deleted: (path: string) => rmSync(path),
      moved: (path: string) => renameSync(path, `${path}.away`),
      replaced: (path: string) => {
        renameSync(path, `${path}.away`);
        writeFileSync(path, "");
      },
    };
    for (const change of Object.values(changes)) {
      const folder = mkdtempSync(join(tmpdir(), "foyer-gone-"));
      const file = join(folder, "foyer.sqlite");
      const driver = await open(file);
      await driver.batch([["CREATE TABLE things (name TEXT)"], ["INSERT INTO things VALUES ('kept')"]]);
      change(join(folder, name));
      await expect(driver.batch([["INSERT INTO things VALUES ('late')"]])).rejects.toThrow("deleted, replaced");
      await expect(driver.query("INSERT INTO things VALUES ('later')")).rejects.toThrow(rescueOf(file));
      const saved = new DatabaseSync(rescueOf(file), { readOnly: true });
      expect(saved.prepare("SELECT name FROM things").all()).toEqual([{ name: "kept" }]);
      saved.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
