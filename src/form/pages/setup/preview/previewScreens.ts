import type { Language } from "#lead/languages.ts";
import type { FormStation } from "../../../station/useStation.ts";

/** The screens of the preview, by profile. */
export const previewScreens = {
  kiosk: ["welcome", "who", "agency", "while", "done"],
  embed: ["form", "agency", "done"],
  agent: ["form"],
  desk: ["form"],
} as const;

export type PreviewScreen = (typeof previewScreens)[keyof typeof previewScreens][number];

/** What the setup page tells its preview to show. */
export interface Shown {
  readonly station: FormStation;
  readonly screen: PreviewScreen;
  /** The language of the visitors' screens. Staff's have the language of the device. */
  readonly language: Language;
}
