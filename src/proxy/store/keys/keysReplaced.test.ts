import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { restore } from "../backup.ts";
import { openDatabase } from "../database/database.ts";
import { rescueOf } from "./goneCheck.ts";
import { migrate } from "../migrations/migrate.ts";
import { outboxIn } from "../outbox.ts";
import { keysOf } from "./weekKeys.ts";
import { arrivalAt } from "../../testing/arrivalAt.ts";

const weekMs = 7 * 24 * 60 * 60_000;
const start = 2_960 * weekMs;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-replaced-"));
  file = join(folder, "foyer.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened(path = file) {
  const driver = openDatabase(path);
  await migrate(driver);
  const outbox = outboxIn(driver);
  const accept = async (id: string, acceptedAt = start) => {
    await outbox.accept(arrivalAt(id, acceptedAt, { lead: `{"firstName":"${id}"}` }));
  };
  /** Sets the key file's time to a fixed value, and lets the driver see it. */
  const settle = async () => {
    utimesSync(keysOf(path), 1_700_000_000, 1_700_000_000);
    await accept("settled");
  };
  return { driver, outbox, accept, settle };
}
/** Puts the keys of another database into the same file, and keeps its time. */
async function overwrite(path: string) {
  const other = await opened(join(folder, "other.sqlite"));
  await other.accept("theirs");
  await other.driver.close();
  copyFileSync(keysOf(join(folder, "other.sqlite")), path);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
}

const ways = {
  "cut to nothing": (path: string) => truncateSync(path),
  "cut short": (path: string) => truncateSync(path, 4_096),
  "overwritten with another database's": overwrite,
  "overwritten with no database": (path: string) => writeFileSync(path, "x".repeat(20_000)),
};

test.each(Object.entries(ways))("a key file that is %s: detected, and everything is saved", async (_, spoil) => {
  const { driver, accept, settle } = await opened();
  await accept("one");
  await settle();
  await spoil(keysOf(file));
  await expect(driver.probe()).rejects.toThrow(`saved in ${rescueOf(file)}`);
  await expect(accept("late")).rejects.toThrow("deleted, replaced");
  await driver.close();
  await restore(rescueOf(file), file, start);
  const again = await opened();
  expect(await again.outbox.find("one")).toMatchObject({ lead: `{"firstName":"one"}` });
  expect(await again.outbox.find("late")).toBeUndefined();
  await again.driver.close();
});

test("the next lead detects a changed size or time of the key file", async () => {
  const { driver, accept } = await opened();
  await accept("one");
  truncateSync(keysOf(file));
  await expect(accept("late")).rejects.toThrow(`saved in ${rescueOf(file)}`);
  await driver.close();
});

test("adds no key to a key file with other keys", async () => {
  const { driver, accept, settle } = await opened();
  await accept("one");
  await settle();
  await overwrite(keysOf(file));
  const keys = readFileSync(keysOf(file));
  await expect(accept("late", start + weekMs)).rejects.toThrow("foyer.sqlite.keys was changed");
  expect(readFileSync(keysOf(file))).toEqual(keys);
  await driver.close();
});

test("a key file that was only touched, or is being read, causes no error", async () => {
  const { driver, accept } = await opened();
  await accept("one");
  utimesSync(keysOf(file), new Date(), new Date());
  await accept("two");
  const reader = new DatabaseSync(keysOf(file));
  reader.exec("BEGIN; SELECT * FROM week_keys");
  await driver.probe();
  reader.exec("COMMIT");
  reader.close();
  await accept("three", start + weekMs);
  await driver.probe();
  await driver.close();
});

test.each([0, 4_096])("a database that is cut to %i bytes accepts nothing more", async (bytes) => {
  const first = await opened();
  await first.accept("one");
  await first.driver.close();
  const { driver, accept } = await opened();
  await accept("two");
  truncateSync(file, bytes);
  await expect(accept("late")).rejects.toThrow("cut short");
  await expect(driver.probe()).rejects.toThrow("cut short");
});

test("a database that VACUUM made smaller goes on", async () => {
  const { driver, accept } = await opened();
  await driver.batch([["CREATE TABLE things (name TEXT)"], ["INSERT INTO things VALUES ($1)", ["x".repeat(500_000)]]]);
  await driver.scrub();
  await driver.query("DROP TABLE things");
  const reader = new DatabaseSync(file);
  reader.exec("BEGIN; SELECT * FROM submissions");
  await driver.scrub();
  await accept("one");
  reader.exec("COMMIT");
  reader.close();
  const before = statSync(file).size;
  await driver.scrub();
  await accept("two");
  expect(statSync(file).size).toBeLessThan(before);
  await driver.probe();
  await driver.close();
});
