import { expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite.ts";
import { stationsIn } from "./stations.ts";

const none = () => [];

/** A database in which another version of Foyer has saved the kiosk with a language, a setting and a rule of its own. */
async function savedByAnother() {
  const driver = openSqlite(":memory:");
  await migrate(driver);
  await stationsIn(driver, () => readyStations);
  const kiosk = readyStations.find(({ id }) => id === "kiosk");
  const saved = { ...kiosk, languages: ["en", "fr"], sound: "bell", required: ["lastName", "stage"] };
  const text = JSON.stringify(saved);
  await driver.batch([
    ["UPDATE stations SET station = $1 WHERE id = 'kiosk'", [text]],
    ["INSERT INTO station_versions (station, version, content) VALUES ('kiosk', '0123456789abcdef', $1)", [text]],
  ]);
  return driver;
}

test("what this version does not support is left out and said; saving the station ends that", async () => {
  const driver = await savedByAnother();
  const stations = await stationsIn(driver, none);
  const kiosk = stations.find("kiosk");
  if (!kiosk) throw new Error("not loaded");
  expect(kiosk).toMatchObject({ name: "Welcome tablet", languages: ["en"], required: ["lastName"] });
  expect(kiosk).not.toHaveProperty("sound");
  expect(stations.leftOut("kiosk")).toEqual(["sound", "required: stage", "languages: fr"]);
  expect(stations.leftOut("website")).toEqual([]);
  await stations.save(kiosk);
  expect(stations.leftOut("kiosk")).toEqual([]);
  await stations.refresh();
  expect(stations.leftOut("kiosk")).toEqual([]);
});

test("a lead that names the version before the parts were left out still finds it", async () => {
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

test("the stations of a first start are only read for an empty database", async () => {
  const driver = await savedByAnother();
  const fails = () => {
    throw new Error("STATIONS_FILE: station 1: languages.1: not-an-option");
  };
  expect((await stationsIn(driver, fails)).all()).toHaveLength(4);
  const empty = openSqlite(":memory:");
  await migrate(empty);
  await expect(stationsIn(empty, fails)).rejects.toThrow("STATIONS_FILE");
});
