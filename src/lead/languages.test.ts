import { expect, test } from "vitest";
import { languages, pickLanguage, type Language } from "./languages.ts";

test.each<readonly [wanted: readonly string[], offered: readonly Language[], picked: Language]>([
  [["es"], languages, "es"],
  [["es-MX", "en"], languages, "es"],
  [["pt-BR", "fr-CA", "en"], languages, "fr"],
  [["zh"], languages, "zh-CN"],
  [["zh-Hans-SG"], languages, "zh-CN"],
  [["zh-HK"], languages, "zh-TW"],
  [["zh-HK", "en"], ["en", "zh-CN"], "zh-CN"],
  [["ja", "es"], ["en", "es"], "es"],
  [["ko"], ["fr", "en"], "fr"],
  [["*"], ["de", "en"], "de"],
  [["not a tag!", "ja"], languages, "ja"],
  [[], ["es", "en"], "es"],
])("%j of %j: %s", (wanted, offered, picked) => {
  expect(pickLanguage(wanted, offered)).toBe(picked);
});
