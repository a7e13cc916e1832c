import { useLayoutEffect } from "react";
import { isVisited } from "#lead/station/allowed.ts";
import { pickLanguage } from "#lead/languages.ts";
import { setVisitorsLanguage, visitorsLanguage } from "../words/language.ts";
import type { FormStation } from "./useStation.ts";

/**
 * Sets the language in which a visitor's form starts, as the proxy does for the first screen: a kiosk's first language,
 * elsewhere the one that the browser wants.
 */
export function restartLanguage(station: FormStation): void {
  if (!isVisited(station)) return;
  const { profile, languages } = station;
  setVisitorsLanguage(pickLanguage(profile === "kiosk" ? [] : navigator.languages, languages));
}

/** Keeps the page in a language of the station while a visitors' form is open, and in staff's language afterwards. */
export function useVisitorsLanguage(station: FormStation): void {
  const { languages } = station;
  const visited = isVisited(station);
  useLayoutEffect(() => {
    const now = visitorsLanguage();
    if (now === undefined || !languages.includes(now)) restartLanguage(station);
    // Only when the list changes. The visitor may have chosen another language of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [visited, languages.join()]);
  useLayoutEffect(() => (visited ? () => setVisitorsLanguage(undefined) : undefined), [visited]);
}
