import { expect, test } from "vitest";
import { wantedLanguages } from "./wantedLanguages.ts";

test.each([
  ["de-CH,de;q=0.9,en;q=0.5", ["de-CH", "de", "en"]],
  ["en;q=0.1, fr", ["fr", "en"]],
  [undefined, []],
])("%s", (header, tags) => {
  expect(wantedLanguages(header)).toEqual(tags);
});

test("reads no more tags of a long header than a browser sends", () => {
  expect(wantedLanguages("a,".repeat(8000)).length).toBeLessThanOrEqual(100);
});
