import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import type { Language } from "#lead/languages.ts";
import { languageOf } from "../words/locale.ts";
import { setVisitorsLanguage } from "../words/language.ts";
import { languageNames } from "./languageNames.ts";
import { useStation } from "./useStation.ts";

/** Lets a visitor choose one of the station's languages. The answers and the focus stay. */
export function LanguageSelect() {
  const t = useTranslations("app");
  const now = languageOf(useLocale());
  const { languages: listed, profile } = useStation();
  const languages = [...new Set(listed)];
  const size = profile === "kiosk" ? "min-h-16 text-lg" : "min-h-11";
  if (languages.length < 2) return null;
  return (
    <label className={`flex items-center gap-2 text-ink-2 ${size}`} htmlFor="language">
      <Globe aria-hidden="true" className="flex-none" />
      <select
        id="language"
        aria-label={t("language")}
        className={`field-sizing-content max-w-full cursor-pointer rounded-control border-0 bg-transparent pe-1 font-semibold text-ink ${size}`}
        value={now}
        onChange={({ target }) => setVisitorsLanguage(target.value as Language)}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
