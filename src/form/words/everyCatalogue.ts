import type { Language } from "#lead/languages.ts";
import type { Readers } from "./catalogue.ts";
import { mergeWords } from "./mergeWords.ts";
import type { Words } from "./words.ts";

const files = import.meta.glob<object>(["./visitors/*.json", "./staff/*.json"], { import: "default", eager: true });

/** The same as `catalogue`, at once. It has all languages: for the proxy's pages and for tests only. */
export function everyCatalogue(language: Language, readers: Readers): Words {
  const parts = readers === "staff" ? ["visitors", "staff"] : ["visitors"];
  return mergeWords(parts.map((part) => files[`./${part}/${language}.json`] ?? {}));
}
