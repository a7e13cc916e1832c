import { Globe } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { languageOf } from "../words/locale.ts";
import { setVisitorsLanguage } from "../words/language.ts";
import { languageNames } from "./languageNames.ts";
import { idleSecondsOf } from "./idleSecondsOf.ts";
import { useStation } from "./useStation.ts";
import { restartLanguage } from "./visitorsLanguage.ts";

/** All languages of the station side by side, on a dark ground: the welcome screen of a kiosk. It returns to the first one when nobody starts. */
export function LanguageButtons() {
  const t = useTranslations("app");
  const now = languageOf(useLocale());
  const station = useStation();
  const languages = [...new Set(station.languages)];
  const isOther = now !== languages[0];
  // Somebody chose a language and left.
  const restart = useEffectEvent(() => restartLanguage(station));
  const idleMs = 1000 * idleSecondsOf(station);
  useEffect(() => {
    if (!isOther) return;
    const timer = setTimeout(restart, idleMs);
    return () => clearTimeout(timer);
  }, [isOther, now, idleMs]);
  if (languages.length < 2) return null;
  return (
    <div role="group" aria-label={t("language")} className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <Globe aria-hidden="true" className="flex-none text-on-panel-2" />
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === now}
          className={`min-h-16 min-w-16 px-1 ${language === now ? "font-bold text-on-panel" : "text-on-panel-2"}`}
          onClick={() => setVisitorsLanguage(language)}
        >
          <span className={`border-b-3 pb-1.5 ${language === now ? "border-panel-accent" : "border-transparent"}`}>
            {languageNames[language]}
          </span>
        </button>
      ))}
    </div>
  );
}
