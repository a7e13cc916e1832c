import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp, restore } from "../backup.ts";
import { openDatabase } from "../database/database.ts";
import { migrate } from "../migrations/migrate.ts";
import { outboxIn } from "../outbox.ts";
import { pairIdIn } from "./pair.ts";
import { retentionIn } from "../retention.ts";
import { keysOf, openWeekKeys, readSecrets } from "./weekKeys.ts";
import { arrivalAt } from "../../testing/arrivalAt.ts";

const weekMs = 7 * 24 * 60 * 60_000;
const start = 2_960 * weekMs;
const notTogether = /foyer\.sqlite\.keys is missing or belongs to another database/;
const unreadable = /foyer\.sqlite\.keys is missing or does not belong to this database/;

let folder: string;
let file: string;
let aside: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-pair-"));
  file = join(folder, "foyer.sqlite");
  aside = join(folder, "aside.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the database as at a start, accepts leads, runs retention, and closes it. */
async function run(leads: Record<string, number> = {}, path = file): Promise<readonly string[]> {
  const driver = openDatabase(path);
  await migrate(driver);
  const outbox = outboxIn(driver);
  for (const [id, acceptedAt] of Object.entries(leads))
    await outbox.accept(arrivalAt(id, acceptedAt, { lead: `{"firstName":"${id}"}` }));
  await retentionIn(driver).forget(start - weekMs);
  const all = await outbox.list("waiting");
  await driver.close();
  return all.map(({ lead }) => lead);
}
const weeks = (path = file) => [...readSecrets(keysOf(path)).keys()];
const change = (path: string, sql: string) => {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
};
/** Removes the ids, as in files of an earlier version. */
const withoutIds = (path = file) => {
  for (const one of [path, keysOf(path)]) change(one, "DROP TABLE pair");
};

test("a key file without its database: unchanged, and no new database is created", async () => {
  await run({ one: start });
  renameSync(file, aside);
  const keys = readFileSync(keysOf(file));
  expect(() => openDatabase(file)).toThrow(notTogether);
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(keysOf(file))).toEqual(keys);
  renameSync(aside, file);
  expect(await run()).toEqual([`{"firstName":"one"}`]);
});

test.each([
  ["that holds leads", { two: start }, notTogether],
  ["that holds none", {}, notTogether],
])("another database %s: refused, and nothing is changed", async (_, leads, refusal) => {
  await run({ one: start });
  await run(leads, aside);
  copyFileSync(aside, file);
  const before = [file, keysOf(file)].map((path) => readFileSync(path));
  expect(() => openDatabase(file)).toThrow(refusal);
  expect([file, keysOf(file)].map((path) => readFileSync(path))).toEqual(before);
});

test("a database without leads gets no new keys", async () => {
  await run();
  rmSync(keysOf(file));
  expect(() => openDatabase(file)).toThrow(notTogether);
  expect(existsSync(keysOf(file))).toBe(false);
});

test("an older copy of the database does not delete keys that it does not know", async () => {
  await run({ one: start });
  copyFileSync(file, aside);
  await run({ two: start + weekMs });
  renameSync(file, join(folder, "newer.sqlite"));
  copyFileSync(aside, file);
  await run();
  expect(weeks()).toEqual([2_960, 2_961]);
  renameSync(join(folder, "newer.sqlite"), file);
  expect(await run()).toEqual([`{"firstName":"one"}`, `{"firstName":"two"}`]);
});

test("keeps a key that was created for a lead that was not accepted", async () => {
  await run({ one: start });
  const keys = openWeekKeys(keysOf(file));
  keys.findOrMake(2_970);
  keys.close();
  await run();
  expect(weeks()).toEqual([2_960, 2_970]);
});

test("files without ids get one when the keys decrypt the leads, also after an interrupted start", async () => {
  await run({ one: start });
  withoutIds();
  await run();
  const id = pairIdIn(file);
  expect([id, pairIdIn(keysOf(file))]).toEqual([expect.any(String), id]);
  change(file, "DROP TABLE pair");
  expect(await run()).toEqual([`{"firstName":"one"}`]);
  expect(pairIdIn(file)).toBe(id);
});

test("files without ids and without leads get one", async () => {
  await run();
  withoutIds();
  await run();
  expect(pairIdIn(file)).toBe(pairIdIn(keysOf(file)));
});

test("files without ids whose keys do not decrypt the leads are refused", async () => {
  await run({ one: start });
  await run({ two: start }, aside);
  for (const path of [file, aside]) withoutIds(path);
  copyFileSync(keysOf(aside), keysOf(file));
  expect(() => openDatabase(file)).toThrow(unreadable);
  expect(pairIdIn(file)).toBeUndefined();
  rmSync(file);
  expect(() => openDatabase(file)).toThrow(notTogether);
});

test("a database of an earlier version may delete the keys of its own weeks", async () => {
  await run({ one: start });
  change(file, "DROP TRIGGER own_week_insert; DROP TRIGGER own_week_update; DROP TABLE own_weeks");
  change(file, "DROP INDEX submissions_notes; DROP INDEX submissions_notes_refused; DROP INDEX submissions_day");
  change(file, "CREATE INDEX submissions_captured ON submissions (captured_at)");
  for (const column of ["later_notes", "notes_due", "notes_version", "notes_refused", "with_agent", "event_key"])
    change(file, `ALTER TABLE submissions DROP COLUMN ${column}`);
  change(file, "DROP TABLE devices; ALTER TABLE sessions DROP COLUMN device; ALTER TABLE sessions DROP COLUMN event");
  change(file, "DROP TABLE kiosk_keys; ALTER TABLE submissions DROP COLUMN issues");
  change(file, "DROP TABLE opt_outs; DROP TABLE shown_texts; ALTER TABLE submissions DROP COLUMN acknowledgement");
  change(file, "ALTER TABLE consents DROP COLUMN acknowledgement");
  change(file, "DROP INDEX unnamed_parties_id; ALTER TABLE unnamed_parties DROP COLUMN id");
  change(file, "DELETE FROM versions WHERE version > 11");
  await run({ two: start + weekMs });
  change(file, "UPDATE submissions SET lead = NULL");
  await run();
  expect(weeks()).toEqual([]);
});

test("a restored database and the one before it keep separate keys", async () => {
  await run({ one: start });
  await backUp(file, join(folder, "copy"));
  await run({ two: start + weekMs });
  renameSync(file, aside);
  // Only the keys are left. They are kept for the database that was moved away.
  const { earlier = "" } = await restore(join(folder, "copy"), file, start);
  expect(await run()).toEqual([`{"firstName":"one"}`]);
  renameSync(aside, earlier);
  expect(await run({}, earlier)).toHaveLength(2);
  copyFileSync(earlier, file);
  expect(() => openDatabase(file)).toThrow(notTogether);
  expect(readdirSync(folder)).toContain("copy");
});

test.each([
  ["one of two weeks", 2_961, ["two"]],
  ["all weeks", 0, ["one", "two"]],
])(
  "its own file of keys with wrong keys for %s: it opens and says which leads cannot be read",
  async (_, from, ids) => {
    await run({ one: start, two: start + weekMs });
    change(keysOf(file), `UPDATE week_keys SET key = randomblob(32) WHERE week >= ${from}`);
    const driver = openDatabase(file);
    expect(await driver.unreadable?.()).toEqual(ids);
    await driver.close();
  },
);
