import type { Issue } from "../issue.ts";
import { languages, type Language } from "../languages.ts";
import type { Station } from "./station.ts";

/** A text of a station that people agree to or acknowledge, in one or more languages. */
export type Wording = Pick<Station["consent"], "version" | "text" | "texts">;

/** A text as a person saw it. `language` is the language of the text, which is not always that of the screen. */
export interface ShownText {
  readonly version: string;
  readonly text: string;
  readonly language: Language;
}

/** Returns the text for a screen's language: its own, else the station's default text in its first language. */
export function shownText(
  wording: Wording,
  screen: Language,
  { languages: [first = "en"] }: Pick<Station, "languages">,
) {
  const { version, text, texts } = wording;
  const own = texts?.[screen];
  return (
    own === undefined ? { version, text, language: first } : { version, text: own, language: screen }
  ) as ShownText;
}

/**
 * Returns the texts when another language becomes the station's first: its own text is the default then, and the text
 * before it stays that of the language before.
 */
export function withFirstLanguage<T extends Wording>(wording: T, before: Language, first: Language): T {
  const { text, texts = {} } = wording;
  const own = texts[first];
  if (own === undefined) return wording;
  return { ...wording, text: own, texts: { ...texts, [before]: texts[before] ?? text, [first]: undefined } };
}

/**
 * Issues of a text that the station does not have. The default text is accepted with any language, because earlier
 * versions of the form named the language of the screen.
 */
export function wordingIssues(
  given: { readonly version: string; readonly text: string; readonly language: string },
  { version, text, texts }: Wording,
  path: string,
): readonly Issue[] {
  const language = languages.find((one) => one === given.language);
  const own = language && texts?.[language];
  const isKnown = given.text === text || given.text === own;
  return [
    ...(given.version === version ? [] : [{ path: `${path}.version`, code: "not-an-option" } as const]),
    ...(isKnown ? [] : [{ path: `${path}.text`, code: "not-an-option" } as const]),
  ];
}
