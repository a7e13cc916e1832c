import compile from "icu-minify/compile";
import { expect, test } from "vitest";
import { languages, staffLanguages } from "#lead/languages.ts";

type Texts = { readonly [key: string]: string | Texts };

const files = import.meta.glob<string>("./*/*.json", { query: "?raw", import: "default", eager: true });
const textsIn = (texts: Texts, at = ""): readonly (readonly [key: string, text: string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[at + key, text] as const] : textsIn(text, `${at}${key}.`),
  );
const read = (path: string) => new Map(textsIn(JSON.parse(files[path] ?? "{}") as Texts));

/** A part of a compiled text: words, `#`, or an argument with its kind and its branches or style. */
type Argument = readonly [name: string, kind?: number, more?: string | Readonly<Record<string, Compiled>>];
type Compiled = string | number | readonly (string | number | Argument)[];

/** The kinds of a compiled argument that are checked here. A language may write a number with a plural. */
const [plural, number] = [2, 4];

const partsOf = (text: Compiled): readonly Argument[] =>
  typeof text === "object" ? text.filter((part) => typeof part === "object") : [];

/** What a text takes: `name`, `count 4`, and for a choice its branches. */
function argumentsOf(text: Compiled): readonly string[] {
  const found = partsOf(text).flatMap(([name, kind, more]) => {
    const branches = typeof more === "object" ? more : {};
    const own = kind === plural ? [name, number] : [name, kind, ...Object.keys(branches).toSorted()];
    return [own.join(" ").trim(), ...Object.values(branches).flatMap(argumentsOf)];
  });
  return [...new Set(found)].toSorted();
}

/** The branches of all plurals in a text: `one`, `other`, `=2`. */
const branchesOf = (text: Compiled): readonly string[] =>
  partsOf(text).flatMap(([, kind, more]) => {
    if (typeof more !== "object") return [];
    return [...(kind === plural ? Object.keys(more) : []), ...Object.values(more).flatMap(branchesOf)];
  });

const catalogues = [
  ...languages.map((language) => ["visitors", language] as const),
  ...staffLanguages.map((language) => ["staff", language] as const),
];

test("there is a catalogue for each language, and no other file", () => {
  expect(Object.keys(files).toSorted()).toEqual(
    catalogues.map(([readers, language]) => `./${readers}/${language}.json`).toSorted(),
  );
});

test.each(catalogues)("%s/%s has the keys of English", (readers, language) => {
  const path = `./${readers}/${language}.json`;
  const [english, other] = [read(`./${readers}/en.json`), read(path)];
  expect(english.size).toBeGreaterThan(100);
  expect([...english.keys()].filter((key) => !other.has(key)).map((key) => `add to ${path}: ${key}`)).toEqual([]);
  expect([...other.keys()].filter((key) => !english.has(key)).map((key) => `remove from ${path}: ${key}`)).toEqual([]);
});

test.each(catalogues)("%s/%s has the arguments of English, and the plurals of its language", (readers, language) => {
  const english = read(`./${readers}/en.json`);
  const forms: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const [key, text] of read(`./${readers}/${language}.json`)) {
    const said = compile(text) as Compiled;
    const path = `./${readers}/${language}.json: ${key}`;
    expect(argumentsOf(said), path).toEqual(argumentsOf(compile(english.get(key) ?? "") as Compiled));
    const branches = branchesOf(said).filter((branch) => !branch.startsWith("="));
    expect(
      branches.filter((branch) => !forms.includes(branch)),
      path,
    ).toEqual([]);
  }
});

test.each(catalogues)("%s/%s: all apostrophes are typographic (’)", (readers, language) => {
  expect([...read(`./${readers}/${language}.json`)].filter(([, text]) => text.includes("'"))).toEqual([]);
});

/** Words that are the same in English and another language. */
const shared = new Set(["No", "Error:", "Parent", "Partner", "English", "Español", "Foyer", "Enter", "Esc"]);

test.each(catalogues.filter(([, language]) => language !== "en"))("%s/%s is translated", (readers, language) => {
  const english = read(`./${readers}/en.json`);
  const hasWords = (text: string) => /\p{L}/u.test(text.replaceAll(/\{[^}]*\}/g, ""));
  const same = [...read(`./${readers}/${language}.json`)].filter(([key, text]) => english.get(key) === text);
  expect(same.filter(([, text]) => hasWords(text) && !shared.has(text))).toEqual([]);
});

test("visitors read nothing about the CRM", () => {
  const named = [...read("./visitors/en.json")].filter(([, text]) => text.includes("Lofty")).map(([key]) => key);
  expect(named).toEqual([]);
});

test("staff share visitors' words for a companion in English and Spanish: none says whose relation it is", () => {
  const said = staffLanguages.map((language) =>
    read(`./visitors/${language}.json`).get("fields.leadFamilyMemberList_relationship.label"),
  );
  expect(said).toEqual(["Relationship", "Relación"]);
});

test.each(languages)("%s: the error of the consent question does not read like the question", (language) => {
  const words = read(`./visitors/${language}.json`);
  const error = words.get("issues.consent");
  expect(error).toBeDefined();
  expect(error).not.toBe(words.get("consent.legend"));
});
