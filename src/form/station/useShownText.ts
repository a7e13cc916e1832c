import { useLocale } from "use-intl";
import { shownText, type ShownText, type Wording } from "#lead/station/wording.ts";
import { languageOf } from "../words/locale.ts";
import { useStation } from "./useStation.ts";

/** Returns the station's text in the language of the screen, or its default text. */
export function useShownText(wording: Wording): ShownText {
  return shownText(wording, languageOf(useLocale()), useStation());
}
