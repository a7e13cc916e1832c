import { pickLanguage, staffLanguages, type Language } from "#lead/languages.ts";
import { pageData } from "../browser/pageData.ts";
import { segmentsOf } from "../browser/route.ts";
import { listen as onSettings, settingOf } from "../browser/settings.ts";
import { useStored } from "../browser/useStored.ts";
import type { Readers } from "./catalogue.ts";

const visitorsPages: ReadonlySet<string | undefined> = new Set(["kiosk", "embed"]);
/** The readers of the page with this path. */
export const readersOf = (path: readonly string[]): Readers => (visitorsPages.has(path[0]) ? "visitors" : "staff");

/** The language that the open visitors' form has now. The proxy has chosen it for the first screen. */
let visitors = readersOf(segmentsOf(pageData()?.path ?? "")) === "visitors" ? pageData()?.language : undefined;
const changed = new EventTarget();

/** The language that a visitors' form has set. */
export const visitorsLanguage = (): Language | undefined => visitors;

/** The language of this page: the one of the open visitors' form, else staff's. */
export const languageNow = (): Language => visitors ?? staffLanguage();

/** The language of staff on this device: as set, else the browser's. */
export function staffLanguage(): Language {
  const setting = settingOf("language");
  return setting === "system" ? pickLanguage(navigator.languages, staffLanguages) : setting;
}

/** Sets the language of the open visitors' form. `undefined`: it is closed. Nothing in the form is lost. */
export function setVisitorsLanguage(next: Language | undefined): void {
  visitors = next;
  changed.dispatchEvent(new Event("change"));
}

function listen(onChange: () => void): () => void {
  const forget = onSettings(onChange);
  changed.addEventListener("change", onChange);
  return () => {
    forget();
    changed.removeEventListener("change", onChange);
  };
}

/** The language of this page. Renders again when it changes. */
export const useLanguage = (): Language => useStored(listen, languageNow);
