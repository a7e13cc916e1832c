import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../database/database.ts";
import { migrate } from "../migrations/migrate.ts";
import { outboxIn } from "../outbox.ts";
import { retentionIn } from "../retention.ts";
import { staffQueriesIn } from "../staffQueries.ts";
import { keysOf, openWeekKeys, readSecrets } from "./weekKeys.ts";

const dayMs = 24 * 60 * 60_000;
const weekMs = 7 * dayMs;
/** The start of a week, in ms. */
const start = 2_960 * weekMs;
const canary = "Quetzalcoatlus";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foyer-keys-"));
  file = join(folder, "foyer.sqlite");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened() {
  const driver = openDatabase(file);
  await migrate(driver);
  const outbox = outboxIn(driver);
  const accept = async (id: string, acceptedAt: number, name = canary) => {
    const value = `${name}.${id}@example.com`.toLowerCase();
    const lead = JSON.stringify({ firstName: name, emails: [value], content: `${name} `.repeat(200) });
    const times = { capturedAt: acceptedAt, acceptedAt };
    const arrival = { id, station: "kiosk", fingerprint: id, lead, consent: null, ...times };
    return (await outbox.accept(arrival, [{ kind: "email", value }])).entry;
  };
  const becomes = async (id: string, status: "confirmed" | "parked", at: number) => {
    const entry = await outbox.find(id);
    if (entry) await outbox.change(id, entry, { status, dueAt: null, samePhoneAs: canary }, at);
  };
  const met = (email: string) => staffQueriesIn(driver, () => start).matches([{ kind: "email", value: email }]);
  return { driver, outbox, retention: retentionIn(driver), accept, becomes, met };
}
const holds = (bytes: string | Uint8Array) =>
  readdirSync(folder).some((name) =>
    readFileSync(join(folder, name)).includes(typeof bytes === "string" ? bytes : Buffer.from(bytes)),
  );
const weeks = () => [...readSecrets(keysOf(file)).keys()];

test("no file contains the lead's text, and the lead is read back unchanged", async () => {
  const { driver, outbox, accept, becomes, met } = await opened();
  await accept("one", start);
  await becomes("one", "parked", start);
  expect([holds(canary), holds(canary.toLowerCase())]).toEqual([false, false]);
  const read = { lead: expect.stringContaining(`"firstName":"${canary}"`), samePhoneAs: canary };
  expect(await outbox.find("one")).toMatchObject(read);
  const email = `${canary.toLowerCase()}.one@example.com`;
  expect(await met(email)).toMatchObject([{ id: "one", by: "email", value: email, name: canary }]);
  expect(await met("other@example.com")).toEqual([]);
  await driver.close();
  const again = await opened();
  expect(await again.outbox.find("one")).toMatchObject(read);
  await again.driver.close();
});

test("deletes the key of a week with its last lead, from every file; a parked lead moves to a later week and is still found", async () => {
  const { driver, outbox, retention, accept, becomes, met } = await opened();
  for (const [id, at] of [
    ["first", start],
    ["waits", start + 1],
    ["next", start + weekMs],
  ] as const) {
    await accept(id, at);
    await becomes(id, id === "waits" ? "parked" : "confirmed", at);
  }
  const [secret] = readSecrets(keysOf(file)).values();
  expect(weeks()).toEqual([2_960, 2_961]);
  // Within the first week: the waiting lead needs the key.
  await retention.forget(start);
  expect((await outbox.find("first"))?.lead).toBe("");
  expect(weeks()).toEqual([2_960, 2_961]);
  expect(holds(secret as Uint8Array)).toBe(true);
  await retention.forget(start + weekMs - 1);
  expect(weeks()).toEqual([2_960, 2_961]);

  await retention.forget(start + weekMs);
  expect(weeks()).toEqual([2_961]);
  expect(holds(secret as Uint8Array)).toBe(false);
  expect((await outbox.find("waits"))?.lead).toContain(canary);
  expect(await met(`${canary.toLowerCase()}.waits@example.com`)).toHaveLength(1);
  expect(await driver.query("SELECT submission FROM reach")).toEqual([{ submission: "waits" }]);

  await retention.forget(start + 9 * weekMs);
  expect(weeks()).toEqual([2_969]);
  expect(await outbox.find("waits")).toMatchObject({ lead: expect.stringContaining(canary), fingerprint: "waits" });
  await driver.close();
});

test("creates a new key for a week whose key was deleted, when a lead arrives with such a time", async () => {
  const { driver, outbox, retention, accept, becomes } = await opened();
  await accept("one", start);
  await becomes("one", "confirmed", start);
  const [first] = readSecrets(keysOf(file)).values();
  await retention.forget(start + weekMs);
  expect(weeks()).toEqual([]);
  await accept("two", start + 1);
  const [second] = readSecrets(keysOf(file)).values();
  expect(second).not.toEqual(first);
  await driver.close();
  const again = await opened();
  expect((await again.outbox.find("two"))?.lead).toContain(canary);
  expect((await outbox.find("one").catch(() => undefined))?.lead ?? "").toBe("");
  await again.driver.close();
});

test.each([
  ["are deleted", () => rmSync(keysOf(file))],
  ["are an empty file", () => writeFileSync(keysOf(file), "")],
  [
    "lack a week",
    () => {
      const keys = new DatabaseSync(keysOf(file));
      keys.exec("DELETE FROM week_keys WHERE week = 2961");
      keys.close();
    },
  ],
  [
    "are another database's",
    () => {
      rmSync(keysOf(file));
      const keys = openWeekKeys(keysOf(file));
      for (const week of [2_960, 2_961]) keys.findOrMake(week);
      keys.close();
    },
  ],
])("keys that %s: the database does not open, and opens again with its own keys", async (_, spoil) => {
  const { driver, accept } = await opened();
  await accept("one", start);
  await accept("two", start + weekMs);
  await driver.close();
  copyFileSync(keysOf(file), join(folder, "away"));
  spoil();
  const spoilt = readdirSync(folder).includes("foyer.sqlite.keys") ? readFileSync(keysOf(file)) : undefined;
  expect(() => openDatabase(file)).toThrow(/foyer\.sqlite\.keys is missing or does not belong to this database/);
  // No new keys were created.
  if (spoilt === undefined) expect(readdirSync(folder)).not.toContain("foyer.sqlite.keys");
  else if (spoilt.length > 0) expect(readFileSync(keysOf(file))).toEqual(spoilt);
  copyFileSync(join(folder, "away"), keysOf(file));
  const again = await opened();
  expect((await again.outbox.find("two"))?.lead).toContain(canary);
  await again.driver.close();
});

test("a damaged lead does not block the others, and keeps its key", async () => {
  const { driver, outbox, retention, accept, becomes } = await opened();
  for (const id of ["one", "three", "two"]) await accept(id, start);
  await driver.query("UPDATE submissions SET lead = substr(lead, 1, 60) WHERE id = 'two'");
  const leads = (await outbox.list("waiting")).map(({ lead }) => lead.includes(canary));
  expect(leads).toEqual([true, true, false]);
  for (const id of ["one", "three", "two"]) await becomes(id, "parked", start);
  const failed: string[] = [];
  await retention.forget(start + weekMs, (id) => failed.push(id));
  expect(failed).toEqual(["two"]);
  expect(weeks()).toEqual([2_960, 2_961]);
  await driver.close();
});

test("does not accept a lead without a key", async () => {
  const { driver, outbox, accept } = await opened();
  await accept("one", start);
  const other = new DatabaseSync(keysOf(file));
  other.exec("CREATE TRIGGER full BEFORE INSERT ON week_keys BEGIN SELECT raise(ABORT, 'no room'); END");
  await expect(accept("two", start + weekMs)).rejects.toThrow("no room");
  other.exec("DROP TRIGGER full; BEGIN IMMEDIATE");
  await expect(driver.probe()).rejects.toThrow("locked");
  other.exec("ROLLBACK");
  await driver.probe();
  expect(await outbox.find("two")).toBeUndefined();
  other.close();
  await driver.close();
});
