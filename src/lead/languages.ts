/** The languages that Lofty knows. The visitors' form has a catalogue for each (form/words/visitors). */
export const languages = ["en", "fr", "de", "es", "zh-CN", "zh-TW", "ja"] as const;
/** The languages of staff's pages (form/words/staff). */
export const staffLanguages = ["en", "es"] as const;

export type Language = (typeof languages)[number];

/**
 * Returns the offered language that fits best to the wanted language tags, the most wanted first: the same language in
 * the same script (`zh-HK` is traditional Chinese), else the same language. Returns the first offered language if none
 * fits.
 */
export function pickLanguage(wanted: readonly string[], offered: readonly Language[]): Language {
  for (const tag of wanted) {
    const [language, script] = partsOf(tag);
    const same = offered.filter((one) => partsOf(one)[0] === language);
    const best = same.find((one) => partsOf(one)[1] === script) ?? same[0];
    if (best) return best;
  }
  return offered[0] ?? "en";
}

function partsOf(tag: string): readonly [language: string | undefined, script: string | undefined] {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return [language, script];
  } catch {
    // `*`, or no language tag at all.
    return [undefined, undefined];
  }
}
