import type { Language } from "#lead/languages.ts";

/** Spanish is written as in the United States: 650,000 and not 650.000. */
const spanish = "es-US";

/** The locale in which numbers and dates of a language are written. */
export const localeOf = (language: Language): string => (language === "es" ? spanish : language);

/** The language of a locale from `localeOf`. */
export const languageOf = (locale: string): Language => (locale === spanish ? "es" : (locale as Language));
