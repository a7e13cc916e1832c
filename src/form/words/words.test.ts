import { expect, test } from "vitest";
import { catalogues } from "#lead/station.ts";
import en from "./en.json";

const texts = (words: object): readonly string[] =>
  Object.values(words).flatMap((one: unknown) => (typeof one === "string" ? one : texts(one as object)));

test("apostrophes are curved, as they are in the typefaces", () => {
  expect(texts(en).length).toBeGreaterThan(300);
  expect(texts(en).filter((text) => text.includes("'"))).toEqual([]);
});

test("stations may be shown in the languages that have a catalogue", () => {
  const files = Object.keys(import.meta.glob("./*.json")).map((path) => path.slice(2, -".json".length));
  expect([...catalogues].toSorted()).toEqual(files.toSorted());
});
