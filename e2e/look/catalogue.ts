import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

type Texts = { readonly [key: string]: string | Texts };

const flat = (texts: Texts, at = ""): readonly (readonly [key: string, text: string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[at + key, text] as const] : flat(text, `${at}${key}.`),
  );

/** The texts of a catalogue by key. */
export const wordsOf = (readers: "visitors" | "staff", language: string): ReadonlyMap<string, string> => {
  const path = new URL(`../../src/form/words/${readers}/${language}.json`, import.meta.url);
  return new Map(flat(JSON.parse(readFileSync(path, "utf8")) as Texts));
};

const key = /^[a-z][\w-]*(\.[\w+-]+)+$/i;
/** A plural has several texts. Their words are found in other texts too. */
const hasBranches = (text: string) => /, (plural|select),/.test(text);
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * The texts of a page that are still English, and those that are the key of a missing text. A text of the station
 * itself counts for neither, nor one that is the same in the other language.
 */
export async function leftOver(
  page: Page,
  readers: readonly ("visitors" | "staff")[],
  language: string,
): Promise<readonly string[]> {
  const own = readers.flatMap((one) => [...wordsOf(one, language).values()]);
  const english = readers
    .flatMap((one) => [...wordsOf(one, "en").values()])
    .filter((text) => !own.includes(text) && !hasBranches(text))
    .map(
      (text) =>
        new RegExp(
          `^${text
            .split(/\{[^}]*\}/)
            .map(escaped)
            .join(".+")}$`,
        ),
    );
  const { shown, station } = await page.evaluate(textsOnPage);
  const isLeft = (text: string) => key.test(text) || english.some((pattern) => pattern.test(text));
  return shown.filter((text) => isLeft(text) && !station.includes(JSON.stringify(text)));
}

/** All texts that people see or hear, and the station as JSON. */
function textsOnPage(): { readonly shown: readonly string[]; readonly station: string } {
  const shown = new Set<string>([document.title.replace(/ · .*$/, "")]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (!at || at.closest("script, style, noscript, textarea, [hidden], [lang]:not(html)")) continue;
    // A label and its mark "(optional)" are texts of their own.
    shown.add(walker.currentNode.textContent?.trim() ?? "");
  }
  for (const name of ["aria-label", "placeholder", "title", "alt"])
    for (const one of document.body.querySelectorAll(`[${name}]`)) shown.add(one.getAttribute(name)?.trim() ?? "");
  shown.delete("");
  return { shown: [...shown], station: document.getElementById("page-data")?.textContent ?? "" };
}
