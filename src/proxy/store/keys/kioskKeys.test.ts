import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unseal } from "../../intake/unseal.ts";
import { onEveryStore } from "../../testing/onEveryStore.ts";
import { sealFor } from "../../testing/sealFor.ts";
import { backUp, restore } from "../backup.ts";
import { openDatabase } from "../database/database.ts";
import { kioskKeysIn, type KioskKeys, type PrivateKey } from "./kioskKeys.ts";
import type { Statement } from "../driver/driver.ts";
import { migrate } from "../migrations/migrate.ts";
import { retentionIn } from "../retention.ts";

const dayMs = 24 * 60 * 60_000;
const start = Date.UTC(2026, 10, 28);
const envelope = { station: "kiosk", stationVersion: "0123456789abcdef", capturedAt: "2026-11-28T12:00:00Z" };
const sealTo = async (key: ReturnType<KioskKeys["current"]>) => ({
  ...envelope,
  sealed: await sealFor(key, { lead: { firstName: "Sel" } }),
});
/** A promise, and what fulfils it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
const isOpen = { ...envelope, lead: { firstName: "Sel" } };

onEveryStore("the keys that kiosks seal to", (store) => {
  beforeEach(async () => {
    await migrate(store.driver());
    await store.driver().query("DELETE FROM kiosk_keys");
  });

  test("two proxies on one database share their keys, from the first start on and after a restart", async () => {
    const both = await Promise.all([
      kioskKeysIn(store.driver(), () => start),
      kioskKeysIn(store.driver(), () => start),
    ]);
    const later = await kioskKeysIn(store.driver(), () => start + dayMs);
    for (const one of [...both, later])
      for (const other of [...both, later]) expect(await unseal(await sealTo(one.current()), other)).toEqual(isOpen);
    expect(both.map((keys) => keys.current().kid)).toContain(later.current().kid);
    expect((await kioskKeysIn(store.driver(), () => start)).current()).toEqual(later.current());
  });

  test("two proxies that each make a key, unseen by the other, retire one of the two", async () => {
    const driver = store.driver();
    const [oneIsRead, otherIsRead, otherSawNone] = [gate(), gate(), gate()];
    const isNewest = (sql: string) => sql.startsWith("SELECT kid");
    /** Runs `query`, and waits before an INSERT; opens the gate of each SELECT after it. */
    const query = (before: Promise<void>, gates: (() => void)[]) => async (sql: string, values?: Statement[1]) => {
      if (sql.startsWith("INSERT")) await before;
      const rows = await driver.query(sql, values);
      if (isNewest(sql)) gates.shift()?.();
      return rows;
    };
    const none = () => {};
    const [one, other] = await Promise.all([
      kioskKeysIn(
        {
          ...driver,
          query: query(otherSawNone.opened, [none, oneIsRead.open]),
          batch: (all) => otherIsRead.opened.then(() => driver.batch(all)),
        },
        () => start,
      ),
      kioskKeysIn(
        { ...driver, query: query(oneIsRead.opened, [otherSawNone.open, otherIsRead.open]) },
        () => start + 1,
      ),
    ]);
    const later = await kioskKeysIn(driver, () => start + dayMs);
    expect([one.current().kid, other.current().kid]).toContain(later.current().kid);
    expect(await driver.query("SELECT count(*) AS keys FROM kiosk_keys WHERE replaced_at IS NULL")).toEqual([
      { keys: 1 },
    ]);
  });

  test("a new key after 90 days; the old one opens for 400 days more", async () => {
    let now = start;
    const [keys, another] = [
      await kioskKeysIn(store.driver(), () => now),
      await kioskKeysIn(store.driver(), () => now),
    ];
    const first = keys.current();
    const sealed = await sealTo(first);
    now = start + 89 * dayMs;
    expect(keys.current()).toEqual(first);
    now = start + 90 * dayMs;
    keys.current();
    await expect.poll(() => keys.current().kid).not.toBe(first.kid);
    // The other proxy finds the new key by itself.
    another.current();
    await expect.poll(() => another.current().kid).toBe(keys.current().kid);
    expect(await store.driver().query("SELECT count(*) AS keys FROM kiosk_keys")).toEqual([{ keys: 2 }]);
    const expire = (at: number) =>
      retentionIn(store.driver()).expire({ keys: 0, consents: 0, now: at, versions: at - 400 * dayMs });
    await expire(now + 400 * dayMs - 1);
    expect(await unseal(sealed, await kioskKeysIn(store.driver(), () => now))).toEqual(isOpen);
    await expire(now + 400 * dayMs);
    const after = await kioskKeysIn(store.driver(), () => now);
    expect(await unseal(sealed, after)).toBeUndefined();
    expect(after.current()).toEqual(keys.current());
  });

  test("keys of the environment: the first is handed out, all open, and none is made", async () => {
    const made = await kioskKeysIn(store.driver(), () => start);
    const [row] = await store.driver().query("SELECT key FROM kiosk_keys");
    const given = JSON.parse(String(row?.["key"])) as PrivateKey;
    await store.driver().query("DELETE FROM kiosk_keys");
    const keys = await kioskKeysIn(store.driver(), () => start, [given]);
    expect(keys.current()).toEqual(made.current());
    expect(await unseal(await sealTo(made.current()), keys)).toEqual(isOpen);
    expect(await store.driver().query("SELECT kid FROM kiosk_keys")).toEqual([]);
  });

  test("a lost key opens nothing until its row is back; no restart is needed", async () => {
    const keys = await kioskKeysIn(store.driver(), () => start);
    const sealed = await sealTo(keys.current());
    const [row] = await store.driver().query("SELECT kid, key FROM kiosk_keys");
    await store.driver().query("DELETE FROM kiosk_keys");
    const without = await kioskKeysIn(store.driver(), () => start + dayMs);
    expect(without.current().kid).not.toBe(row?.["kid"]);
    expect(await unseal(sealed, without)).toBeUndefined();
    await store
      .driver()
      .query("INSERT INTO kiosk_keys (kid, key, made_at, replaced_at) VALUES ($1, $2, $3, $3)", [
        ...[row?.["kid"] ?? "", row?.["key"] ?? "", start],
      ]);
    expect(await unseal(sealed, without)).toEqual(isOpen);
  });
});

describe("a backup", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "foyer-kiosk-keys-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const keysOf = async (file: string) => {
    const driver = openDatabase(file);
    await migrate(driver);
    const keys = await kioskKeysIn(driver, () => start);
    const current = keys.current();
    return { current, open: async (body: Parameters<typeof unseal>[0]) => unseal(body, keys), close: driver.close };
  };

  test("has the keys: a restored proxy hands out and opens the same", async () => {
    const [file, copy, other] = ["foyer.sqlite", "copy", "restored.sqlite"].map((name) => join(folder, name)) as [
      ...[string, string, string],
    ];
    const before = await keysOf(file);
    const sealed = await sealTo(before.current);
    await backUp(file, copy);
    await before.close();
    await restore(copy, other, start);
    const after = await keysOf(other);
    expect(after.current).toEqual(before.current);
    expect(await after.open(sealed)).toEqual(isOpen);
    await after.close();
  });

  test.each([
    ["keeps the keys that were made after it", false],
    ["of a damaged database is restored without them", true],
  ])("%s", async (_, isDamaged) => {
    const [file, copy] = [join(folder, "foyer.sqlite"), join(folder, "copy")];
    const before = await keysOf(file);
    await backUp(file, copy);
    await before.close();
    const driver = openDatabase(file);
    await driver.query("DELETE FROM kiosk_keys");
    const newer = await kioskKeysIn(driver, () => start + dayMs);
    const sealed = await sealTo(newer.current());
    await driver.close();
    if (isDamaged) writeFileSync(file, "no database".repeat(1_000));
    await restore(copy, file, start);
    const after = await keysOf(file);
    expect(await after.open(await sealTo(before.current))).toEqual(isOpen);
    expect(await after.open(sealed)).toEqual(isDamaged ? undefined : isOpen);
    await after.close();
  });
});
