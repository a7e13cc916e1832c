import { expect, test } from "vitest";
import { shownText, withFirstLanguage, type Wording } from "./wording.ts";

const wording: Wording = { version: "1", text: "Call me.", texts: { es: "Llámeme." } };
const shown = (now: Wording, ...languages: ("en" | "es" | "fr")[]) =>
  Object.fromEntries(languages.map((language) => [language, shownText(now, language, { languages }).text]));

test("another first language: its own text becomes the default, and each language shows what it showed", () => {
  const now = withFirstLanguage(wording, "en", "es");
  expect(now.text).toBe("Llámeme.");
  expect(shown(now, "es", "en")).toEqual({ es: "Llámeme.", en: "Call me." });
  expect(shown(withFirstLanguage(now, "es", "en"), "en", "es")).toEqual({ es: "Llámeme.", en: "Call me." });
});

test("a first language without a text of its own shows the default, as before", () => {
  expect(withFirstLanguage(wording, "en", "fr")).toEqual(wording);
});
