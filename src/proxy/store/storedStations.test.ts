import { expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { migrate } from "./migrations/migrate.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";
import { openDatabase } from "./database/database.ts";
import { stationsIn } from "./stations.ts";

const none = () => [];

/** A database where another version of Foyer saved the kiosk with an unknown language, setting and rule. */
async function savedByAnother() {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  await stationsIn(driver, () => readyStations);
  const kiosk = readyStations.find(({ id }) => id === "kiosk");
  const saved = { ...kiosk, languages: ["en", "ko"], sound: "bell", required: ["lastName", "stage"] };
  const text = JSON.stringify(saved);
  await driver.batch([
    ["UPDATE stations SET station = $1 WHERE id = 'kiosk'", [text]],
    ["INSERT INTO station_versions (station, version, content) VALUES ('kiosk', '0123456789abcdef', $1)", [text]],
  ]);
  return driver;
}

test("leaves out and reports what this version does not support, until the station is saved", async () => {
  const driver = await savedByAnother();
  const stations = await stationsIn(driver, none);
  const kiosk = stations.find("kiosk");
  if (!kiosk) throw new Error("not loaded");
  expect(kiosk).toMatchObject({ name: "Welcome tablet", languages: ["en"], required: ["lastName"] });
  expect(kiosk).not.toHaveProperty("sound");
  expect(stations.leftOut("kiosk")).toEqual(["sound", "languages: ko", "required: stage"]);
  expect(stations.leftOut("website")).toEqual([]);
  await stations.save(kiosk);
  expect(stations.leftOut("kiosk")).toEqual([]);
  await stations.refresh();
  expect(stations.leftOut("kiosk")).toEqual([]);
});

test("finds the station for a lead with the version from before parts were left out", async () => {
  const driver = await savedByAnother();
  const stations = await stationsIn(driver, none);
  const kiosk = stations.find("kiosk");
  if (!kiosk) throw new Error("not loaded");
  const now = stations.versionOf(kiosk);
  expect(now).not.toBe("0123456789abcdef");
  expect(await stations.at("kiosk", "0123456789abcdef")).toEqual(kiosk);
  expect(await stations.at("kiosk", now)).toBe(kiosk);
  const again = await stationsIn(driver, none);
  expect(again.versionOf(again.find("kiosk") ?? kiosk)).toBe(now);
});

test("reads the stations of the first start only for an empty database", async () => {
  const driver = await savedByAnother();
  const fails = () => {
    throw new Error("STATIONS_FILE: station 1: languages.1: not-an-option");
  };
  expect((await stationsIn(driver, fails)).all()).toHaveLength(4);
  const empty = openDatabase(":memory:");
  await migrate(empty);
  await expect(stationsIn(empty, fails)).rejects.toThrow("STATIONS_FILE");
});

onEveryStore("stations of two proxies", (store) => {
  test("a save of what the other one has changed meanwhile is refused, and the next refresh has the other's", async () => {
    const driver = store.driver();
    await migrate(driver);
    const [one, other] = [await stationsIn(driver, () => readyStations), await stationsIn(driver, none)];
    const kiosk = one.find("kiosk");
    if (!kiosk) throw new Error("not loaded");
    expect(await one.saveIfSame({ ...kiosk, name: "First" })).toMatchObject({ name: "First" });
    expect(await other.saveIfSame({ ...kiosk, name: "Second" })).toBeUndefined();
    expect(other.find("kiosk")).toMatchObject({ name: "First" });
    expect(await other.saveIfSame({ ...kiosk, name: "Third" })).toMatchObject({ name: "Third" });
    expect(await one.save({ ...kiosk, name: "Without a look" })).toMatchObject({ name: "Without a look" });
    const added = { ...kiosk, id: "added" };
    expect(await one.saveIfSame(added)).toMatchObject({ id: "added" });
    expect(await other.saveIfSame(added)).toBeUndefined();
    await one.remove("added");
    expect(await other.saveIfSame({ ...added, name: "Back" })).toBeUndefined();
    expect([one, other].map((stations) => stations.find("added"))).toEqual([undefined, undefined]);
    expect(await other.saveIfSame(added)).toMatchObject({ id: "added" });
  });
});

test("the store fails while a changed station is read: the next refresh reads it again", async () => {
  const driver = openDatabase(":memory:");
  await migrate(driver);
  const one = await stationsIn(driver, () => readyStations);
  let fails = false;
  const other = await stationsIn(
    { ...driver, batch: async (all) => (fails ? Promise.reject(new Error("failover")) : driver.batch(all)) },
    none,
  );
  const kiosk = one.find("kiosk");
  if (!kiosk) throw new Error("not loaded");
  await one.save({ ...kiosk, name: "Changed" });
  fails = true;
  await expect(other.refresh()).rejects.toThrow("failover");
  fails = false;
  await other.refresh();
  expect(other.find("kiosk")?.name).toBe("Changed");
});
