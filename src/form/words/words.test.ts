import { expect, test } from "vitest";
import en from "./en.json";

const texts = (words: object): readonly string[] =>
  Object.values(words).flatMap((one: unknown) => (typeof one === "string" ? one : texts(one as object)));

test("apostrophes are curved, as they are in the typefaces", () => {
  expect(texts(en).length).toBeGreaterThan(300);
  expect(texts(en).filter((text) => text.includes("'"))).toEqual([]);
});
