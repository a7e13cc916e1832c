import type { Language } from "#lead/languages.ts";

/** Each language in itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
  ja: "日本語",
};
