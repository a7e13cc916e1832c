import { expect, test } from "vitest";
import { attributeWords } from "./attributeWords.ts";
import { forVisitors } from "./forVisitors.ts";
import { stationSchema } from "./station.ts";
import { visitorsForm } from "./visitorsForm.ts";

const heard = {
  name: "How did you hear about us?",
  type: "single_select",
  options: ["Sign", "constructor"],
  visitors: true,
  texts: {
    es: { name: "¿Cómo supo de nosotros?", options: { Sign: "Un cartel" } },
    de: { options: { Sign: "Schild" } },
  },
} as const;
const station = (profile: string, languages: readonly string[]) =>
  stationSchema.parse({ id: "sample", name: "Sample", profile, languages, attributes: [heard] });
const [attribute] = station("kiosk", ["en"]).attributes;

test.each([
  ["es", "¿Cómo supo de nosotros?", "Un cartel"],
  ["de", heard.name, "Schild"],
  ["fr", heard.name, "Sign"],
] as const)("in %s: what has no text there is shown as it is called in Lofty", (language, name, sign) => {
  if (!attribute) throw new Error("no attribute");
  const words = attributeWords(attribute, language);
  expect([words.name, words.option("Sign"), words.option("constructor")]).toEqual([name, sign, "constructor"]);
});

test("devices of visitors get the texts of the languages that can be chosen there, devices of staff none", () => {
  const texts = (of: Parameters<typeof forVisitors>[0]) => forVisitors(of).attributes.map((one) => one.texts);
  expect(texts(station("kiosk", ["en", "es"]))).toEqual([{ es: heard.texts.es }]);
  expect(texts(station("kiosk", ["en", "fr"]))).toEqual([undefined]);
  expect(texts(station("desk", ["en", "es"]))).toEqual([undefined]);
  expect(texts(visitorsForm(station("desk", ["en", "es"])))).toEqual([{ es: heard.texts.es }]);
});
