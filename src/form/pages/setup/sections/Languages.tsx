import { useTranslations } from "use-intl";
import { languages as all, type Language } from "#lead/languages.ts";
import { withFirstLanguage } from "#lead/station/wording.ts";
import { languageNames } from "../../../station/languageNames.ts";
import { Switch, SwitchRow } from "../../../ui/Switch.tsx";
import type { SectionProps } from "../edits/edits.ts";
import { Select } from "../../../ui/Select.tsx";
import { Box } from "../../../ui/TextBox.tsx";

/** The languages that visitors may choose. The first one is the one that a kiosk starts in. */
export function Languages({ station, edit }: SectionProps) {
  const t = useTranslations("setup");
  const now = station.languages;
  const [first = "en"] = now;
  const change = (next: (languages: readonly Language[]) => Language[]) =>
    edit(({ languages, consent, acknowledgement }) => {
      const after = next(languages);
      const [before, then] = [languages[0] ?? "en", after[0] ?? "en"];
      if (before === then) return { languages: after };
      return {
        languages: after,
        consent: withFirstLanguage(consent, before, then),
        ...(acknowledgement && { acknowledgement: withFirstLanguage(acknowledgement, before, then) }),
      };
    });
  const toggle = (language: Language, on: boolean) =>
    change((languages) => (on ? [...languages, language] : languages.filter((other) => other !== language)));
  return (
    <>
      <fieldset className="field">
        <legend className="label">{t("languages")}</legend>
        <div className="grid gap-1">
          {all.map((language) => (
            <SwitchRow key={language} htmlFor={`language-${language}`}>
              <span lang={language}>{languageNames[language]}</span>
              <Switch
                id={`language-${language}`}
                checked={now.includes(language)}
                disabled={now.length === 1 && now.includes(language)}
                onChange={({ target }) => toggle(language, target.checked)}
              />
            </SwitchRow>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label className="label" htmlFor="setup-first-language">
          {t("firstLanguage")}
        </label>
        <Box>
          <Select
            id="setup-first-language"
            value={first}
            onChange={({ target }) => {
              const chosen = target.value as Language;
              change((languages) => [chosen, ...languages.filter((other) => other !== chosen)]);
            }}
          >
            {now.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </Select>
        </Box>
      </div>
    </>
  );
}
