import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { firstStations } from "./firstStations.ts";

const folder = mkdtempSync(join(tmpdir(), "foyer-stations-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (text: string) => {
  const file = join(folder, "stations.json");
  writeFileSync(file, text);
  return file;
};
const desk = { id: "desk-2", profile: "desk", name: "Second desk" };

test("no file: returns the four default stations", () => {
  expect(firstStations(undefined).map(({ id }) => id)).toEqual(["open-house", "front-desk", "kiosk", "website"]);
});

test.each([
  ["a list under its name", { stations: [desk] }],
  ["a bare list", [desk]],
])("reads %s", (_, listed) => {
  expect(firstStations(fileOf(JSON.stringify(listed))).map(({ id }) => id)).toEqual(["desk-2"]);
});

test.each([
  ["that is no JSON", "stations:\n  - id: desk", /is not valid JSON$/],
  ["with no list", "{}", /no list of stations in it$/],
  ["with an empty list", "[]", /no list of stations in it$/],
  [
    "with a slip and a gap",
    `[{"id":"desk-2","profil":"desk"}]`,
    /station 1: profile: required, name: required, profil: unknown$/,
  ],
])("a file %s: refused with one line that names the file", (_, text, line) => {
  const file = fileOf(text);
  const read = () => firstStations(file);
  expect(read).toThrow(line);
  expect(read).toThrow(new RegExp(`^STATIONS_FILE: ${file}: .*$`));
});

test("a missing file is named in the error", () => {
  expect(() => firstStations(join(folder, "none.json"))).toThrow(/^STATIONS_FILE: .*none\.json: ENOENT/);
});
