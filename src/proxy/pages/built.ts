import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language } from "#lead/languages.ts";

/**
 * The first screen of a page (form/render.tsx): its HTML, its extra CSS, and a script that runs before it is visible.
 */
interface Screen {
  readonly html: string;
  readonly css: string;
  readonly density: string;
  readonly boot: string;
}

/** The parts of stations' pages. */
export interface Built {
  readonly index: string;
  readonly css: string;
  readonly screenOf: (page: object) => Screen;
  /** The words in a frame whose page is not allowed, as HTML. */
  readonly refusalOf: (language: Language, parent: string | undefined) => string;
  /** The addresses of the scripts with the words for a page. */
  readonly wordsOf: (language: Language, isStaffs: boolean) => readonly string[];
}

interface Rendered {
  readonly renderScreen: (page: object) => Omit<Screen, "boot">;
  readonly renderRefusal: Built["refusalOf"];
  readonly boot: string;
}

/** Loads the built app from a folder, with its renderer for first screens. Returns undefined when it was not built. */
export async function readBuilt(folder: string): Promise<Built | undefined> {
  try {
    const index = readFileSync(join(folder, "index.html"), "utf8");
    const sheet = /<link rel="stylesheet"[^>]* href="([^"]+)"/.exec(index)?.[1] ?? "";
    // The builders' two comments would take 78 bytes of each first screen.
    const css = readFileSync(join(folder, sheet), "utf8").replaceAll(/\/\*[!$][^*]*\*\//g, "");
    const path = pathToFileURL(join(folder, "server/render.js")).href;
    const { renderScreen, renderRefusal, boot } = (await import(path)) as Rendered;
    const scripts = readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"));
    const wordsOf = (language: Language, isStaffs: boolean) =>
      (isStaffs ? ["visitors", "staff"] : ["visitors"])
        // The name that build/chunks.ts gives, then a hash.
        .flatMap((readers) => scripts.filter((name) => name.startsWith(`words-${readers}-${language}-`)))
        .map((name) => `/assets/${name}`);
    return { index, css, wordsOf, refusalOf: renderRefusal, screenOf: (page) => ({ ...renderScreen(page), boot }) };
  } catch {
    return undefined;
  }
}
