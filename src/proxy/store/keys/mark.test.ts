import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backUp, restore } from "../backup.ts";
import { openDatabase } from "../database/database.ts";
import { migrate } from "../migrations/migrate.ts";
import { outboxIn } from "../outbox.ts";
import { retentionIn } from "../retention.ts";
import { keysOf, readSecrets } from "./weekKeys.ts";

const weekMs = 7 * 24 * 60 * 60_000;
const start = 2_960 * weekMs;
const olderCopy = /foyer\.sqlite is an older copy: .* type: npm run restore .*foyer\.sqlite/;

let folder: string;
let file: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-mark-"));
  file = join(folder, "foyer.sqlite");
  copy = join(folder, "copy.sqlite");
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the database and probes it, as at a start. */
async function opened() {
  const driver = openDatabase(file);
  await migrate(driver);
  await driver.probe();
  const outbox = outboxIn(driver);
  const accept = async (id: string, acceptedAt = start) => {
    const times = { capturedAt: acceptedAt, acceptedAt };
    const lead = `{"firstName":"${id}"}`;
    const arrival = { id, station: "kiosk", fingerprint: id, lead, consent: null, ...times };
    return (await outbox.accept(arrival)).entry;
  };
  return { driver, outbox, accept };
}
async function run(leads: Record<string, number>) {
  const { driver, accept } = await opened();
  for (const [id, at] of Object.entries(leads)) await accept(id, at);
  await driver.close();
}

test("an older copy put back across a week boundary: refused and unchanged; the newest file still opens", async () => {
  await run({ one: start });
  copyFileSync(file, copy);
  await run({ two: start + weekMs });
  const newest = readFileSync(file);
  copyFileSync(copy, file);
  const before = [file, keysOf(file)].map((path) => readFileSync(path));
  expect(() => openDatabase(file)).toThrow(olderCopy);
  expect([file, keysOf(file)].map((path) => readFileSync(path))).toEqual(before);
  const handle = openSync(file, "w");
  writeSync(handle, newest);
  closeSync(handle);
  const { driver, outbox } = await opened();
  expect((await outbox.list("waiting")).map(({ lead }) => lead)).toEqual([
    `{"firstName":"one"}`,
    `{"firstName":"two"}`,
  ]);
  await driver.close();
});

test("killed while it wrote to the key file: the next start undoes that write and opens", async () => {
  await run({ one: start });
  const keys = keysOf(file);
  const writing = new DatabaseSync(keys);
  // A cache this small writes to the file before the commit, as a kill may leave it.
  writing.exec("PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE filler (text TEXT)");
  for (let row = 0; row < 50; row++) writing.prepare("INSERT INTO filler VALUES (?)").run("x".repeat(4_000));
  const [half, journal] = [keys, `${keys}-journal`].map((path) => readFileSync(path)) as [Buffer, Buffer];
  writing.exec("ROLLBACK");
  writing.close();
  writeFileSync(keys, half);
  writeFileSync(`${keys}-journal`, journal);
  await run({ two: start });
  expect(existsSync(`${keys}-journal`)).toBe(false);
});

test("an older copy beside the WAL of the newest file, after a kill: refused", async () => {
  await run({ one: start });
  copyFileSync(file, copy);
  const { driver, accept } = await opened();
  await accept("two");
  const killed = join(folder, "killed");
  for (const end of ["-wal", "-shm"]) copyFileSync(`${file}${end}`, `${killed}${end}`);
  await driver.close();
  copyFileSync(copy, file);
  for (const end of ["-wal", "-shm"]) copyFileSync(`${killed}${end}`, `${file}${end}`);
  expect(() => openDatabase(file)).toThrow(olderCopy);
});

test("restoring an older copy in place: its leads are looked for before they are sent, and all can be read", async () => {
  await run({ one: start });
  copyFileSync(file, copy);
  await run({ two: start + weekMs });
  copyFileSync(copy, file);
  expect(await restore(file, file, start)).toMatchObject({ leads: 1, reconciled: 1 });
  const { driver, outbox } = await opened();
  expect(await outbox.find("one")).toMatchObject({
    lead: `{"firstName":"one"}`,
    status: "unknown",
    reason: "restored",
  });
  await driver.close();
});

test("an older copy whose keys were deleted meanwhile: refused, and no lead in it counts as unreadable", async () => {
  const { driver, outbox, accept } = await opened();
  await outbox.change("one", await accept("one"), { status: "confirmed", dueAt: null }, start);
  await driver.close();
  copyFileSync(file, copy);
  const again = await opened();
  await again.accept("two", start + weekMs);
  await retentionIn(again.driver).forget(start + 1);
  await again.driver.close();
  expect([...readSecrets(keysOf(file)).keys()]).toEqual([2_961]);
  copyFileSync(copy, file);
  expect(() => openDatabase(file)).toThrow(olderCopy);
});

test("a copy that is ten minutes older, from the same run, is refused too", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { driver, accept } = await opened();
  await backUp(file, copy);
  vi.setSystemTime(Date.now() + 10 * 60_000);
  await driver.probe();
  await accept("one");
  await driver.close();
  copyFileSync(copy, file);
  expect(() => openDatabase(file)).toThrow(olderCopy);
});

test("files of an earlier version have no mark, and a reader that holds up the mark does no harm", async () => {
  await run({ one: start });
  const change = (path: string, sql: string) => {
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
  };
  change(file, "PRAGMA user_version = 0");
  change(keysOf(file), "DROP TABLE marks");
  const driver = openDatabase(file);
  const reader = new DatabaseSync(file);
  reader.exec("BEGIN; SELECT * FROM submissions");
  await driver.probe();
  reader.exec("COMMIT");
  reader.close();
  await driver.close();
  await run({ two: start });
  await run({ three: start });
});

test("the same file overwritten in place while it is open: accepts nothing more and says so", async () => {
  await run({ one: start });
  copyFileSync(file, copy);
  await run({ two: start });
  const { driver, accept } = await opened();
  await accept("three");
  const older = readFileSync(copy);
  expect(statSync(file).size).toBe(older.length);
  const inPlace = openSync(file, "r+");
  writeSync(inPlace, older);
  closeSync(inPlace);
  await expect(accept("late")).rejects.toThrow("overwritten");
  await expect(driver.probe()).rejects.toThrow("overwritten");
  await driver.close();
});

test("a database that is only read by others, or checkpointed by us, goes on", async () => {
  const { driver, accept } = await opened();
  for (let count = 0; count < 40; count++) {
    await accept(`lead ${count}`);
    const reader = new DatabaseSync(file);
    reader.prepare("SELECT count(*) FROM submissions").all();
    reader.close();
  }
  await backUp(file, copy);
  await driver.scrub();
  await accept("after");
  await driver.probe();
  await driver.close();
});
