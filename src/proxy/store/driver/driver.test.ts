import { beforeAll, expect, test } from "vitest";
import { onEveryStore } from "../../testing/onEveryStore.ts";
import type { Driver } from "./driver.ts";
import { migrate } from "../migrations/migrate.ts";

/** What the store requires of every database. */
onEveryStore("the driver", (store) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = store.driver();
    await driver.query("CREATE TABLE things (name TEXT PRIMARY KEY, at BIGINT, note TEXT)");
  });
  const insert = "INSERT INTO things (name, at, note) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING RETURNING name";
  const names = async () => (await driver.query("SELECT name FROM things ORDER BY name")).map(({ name }) => name);

  test("returns text unchanged, and times and counts as numbers", async () => {
    const note = "Zoë 🏡 'quoted' \\ \n $1 ?1 % \u{1F469}‍\u{1F52C}";
    await driver.query(insert, ["a", 1795592400000, note]);
    await driver.query(insert, ["b", null, null]);
    expect(await driver.query("SELECT name, at, note FROM things ORDER BY name")).toEqual([
      { name: "a", at: 1795592400000, note },
      { name: "b", at: null, note: null },
    ]);
    expect(await driver.query("SELECT count(*) AS things, min(at) AS first FROM things")).toEqual([
      { things: 2, first: 1795592400000 },
    ]);
  });

  test("insert: returns the new keys and leaves known ones unchanged", async () => {
    expect(await driver.query(insert, ["c", 1, "first"])).toEqual([{ name: "c" }]);
    expect(await driver.query(insert, ["c", 2, "second"])).toEqual([]);
    expect(await driver.query("SELECT note FROM things WHERE name = $1", ["c"])).toEqual([{ note: "first" }]);
  });

  test("accepts one parameter twice in a statement", async () => {
    await driver.query("UPDATE things SET at = $2, note = $1 WHERE note = $1 AND name = $3", ["first", 7, "c"]);
    expect(await driver.query("SELECT at FROM things WHERE name = 'c'")).toEqual([{ at: 7 }]);
  });

  test("batch: commits all statements and returns the rows of each, or commits none", async () => {
    expect(await driver.batch([[insert, ["d", 1, null]], ["SELECT 1 AS one"], [insert, ["d", 1, null]]])).toEqual([
      [{ name: "d" }],
      [{ one: 1 }],
      [],
    ]);
    const before = await names();
    const wrong = driver.batch([
      [insert, ["e", 1, null]],
      ["INSERT INTO nowhere VALUES (1)"],
      [insert, ["f", 1, null]],
    ]);
    await expect(wrong).rejects.toThrow("nowhere");
    expect(await names()).toEqual(before);
    expect(await driver.query(insert, ["g", 1, null])).toEqual([{ name: "g" }]);
  });

  test("isolates concurrent batches", async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `many-${index}`);
    await Promise.all(
      keys.map((key) =>
        driver.batch([
          [insert, [key, 1, null]],
          [insert, [`${key}-too`, 1, null]],
        ]),
      ),
    );
    expect((await names()).filter((name) => String(name).startsWith("many-"))).toHaveLength(80);
  });

  test("rejects an invalid statement and continues to work", async () => {
    await expect(driver.query("SELECT nothing FROM things")).rejects.toThrow("nothing");
    expect(await driver.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("gives the seat to one holder, who writes through it", async () => {
    const seat = await driver.takeSeat();
    await seat?.query(insert, ["seat", 1, null]);
    expect(await names()).toContain("seat");
    if (driver.shared) expect(await driver.takeSeat()).toBeUndefined();
    await seat?.leave();
    const next = await driver.takeSeat();
    expect(next).toBeDefined();
    await next?.leave();
  });

  test("takes the seat from a relay that hangs: it cannot write; a dead host is noticed soon", async () => {
    const hanging = await driver.takeSeat();
    if (!driver.shared) return expect(await driver.unseat()).toBeUndefined();
    expect(await hanging?.query("SHOW tcp_keepalives_idle")).toEqual([{ tcp_keepalives_idle: "30" }]);
    await driver.unseat();
    await hanging?.lost;
    await expect(hanging?.query(insert, ["hung", 1, null])).rejects.toThrow(/connection/i);
    expect(await names()).not.toContain("hung");
    const next = await driver.takeSeat();
    expect(next).toBeDefined();
    await next?.leave();
  });

  test("migrates an empty database once, also for several proxies at the same time", async () => {
    await Promise.all([migrate(driver), ...(driver.shared ? [migrate(driver), migrate(driver)] : [])]);
    await migrate(driver);
    expect(await driver.query("SELECT count(*) AS submissions FROM submissions")).toEqual([{ submissions: 0 }]);
    await driver.scrub();
  });
});
