import type { Language } from "#lead/languages.ts";
import { settled } from "../browser/pageData.ts";
import { mergeWords } from "./mergeWords.ts";
import type { Words } from "./words.ts";

/** Visitors' pages have words of their own. Staff's pages use both catalogues. */
export type Readers = "visitors" | "staff";

const files = import.meta.glob<object>(["./visitors/*.json", "./staff/*.json"], { import: "default" });
const asked = new Map<string, Promise<Words>>();
const [leastMs, mostMs] = [1_000, 8_000];

/**
 * Returns the words for a language. Each catalogue is a script of its own; a script that cannot be loaded is asked for
 * again until it can. The promise of loaded words is read by React's `use` without suspending.
 */
export function catalogue(language: Language, readers: Readers): Promise<Words> {
  const key = `${readers} ${language}`;
  const known = asked.get(key);
  if (known) return known;
  const loading = load(language, readers).then((words) => {
    asked.set(key, settled(words));
    return words;
  });
  asked.set(key, loading);
  return loading;
}

async function load(language: Language, readers: Readers): Promise<Words> {
  const parts = readers === "staff" ? (["visitors", "staff"] as const) : (["visitors"] as const);
  return mergeWords(await Promise.all(parts.map((part) => loadFile(`./${part}/${language}.json`))));
}

async function loadFile(path: string): Promise<object> {
  const file = files[path];
  if (!file) throw new Error(`no catalogue ${path}`);
  for (let waitMs = leastMs; ; waitMs = Math.min(2 * waitMs, mostMs)) {
    try {
      return await file();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
