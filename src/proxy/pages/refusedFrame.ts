import { createHash } from "node:crypto";
import { languages, pickLanguage } from "#lead/languages.ts";
import type { Inline } from "../guard/headers.ts";
import type { Built } from "./built.ts";

const style = [
  ":root{color-scheme:light dark;font:16px/1.45 system-ui,sans-serif}",
  "main{max-width:36rem;padding:1rem;border:1px solid;border-radius:8px}",
  "h1{margin:0;font-size:1.125rem}p{margin:.5rem 0 0;overflow-wrap:anywhere}",
].join("");

/** The page's policy allows this style and nothing else that is inline. */
export const refusedInline: Inline = {
  scripts: [],
  styles: [`'sha256-${createHash("sha256").update(style).digest("base64")}'`],
};

/**
 * Returns the page for a frame in a page that is not allowed: only words, and the same for every station, so that the
 * foreign page learns nothing. Undefined when the app was not built.
 */
export function refusedFrame(
  built: Built | undefined,
  parent: string | undefined,
  wanted: readonly string[],
): string | undefined {
  const language = pickLanguage(wanted, languages);
  const words = built?.refusalOf(language, parent);
  if (words === undefined) return undefined;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Foyer</title><style>${style}</style></head><body>${words}</body></html>`;
}
