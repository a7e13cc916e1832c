import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Language } from "#lead/languages.ts";
import type { Wording } from "#lead/station/wording.ts";
import { languageNames } from "../../../station/languageNames.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { LabelledBox } from "../../../ui/LabelledBox.tsx";
import { Hint } from "../../../ui/Hint.tsx";

interface Props {
  /** The key of its words. */
  readonly name: "consentTexts" | "agencyTexts";
  readonly station: FormStation;
  readonly texts: Wording["texts"];
  readonly wrong: (language: Language) => string | undefined;
  readonly onChange: (texts: Wording["texts"]) => void;
}

/** A text box for each further language of the station. An empty one shows the station's default text. */
export function TextsByLanguage({ name, station, texts, wrong, onChange }: Props) {
  const t = useTranslations("setup");
  const id = useId();
  // A text of spaces only is no text, but its box shows them.
  const [blank, setBlank] = useState<Wording["texts"]>({});
  // An emptied box must not close the fold around it.
  const [isOpen] = useState(texts !== undefined);
  const [, ...others] = station.languages;
  if (others.length === 0) return null;
  const change = (language: Language, text: string) => {
    const isBlank = text.trim() === "";
    setBlank({ ...blank, [language]: isBlank ? text : "" });
    const { [language]: _was, ...rest } = texts ?? {};
    const next = isBlank ? rest : { ...rest, [language]: text };
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return (
    <details className="field" open={isOpen}>
      <summary className="flex min-h-(--tap) cursor-pointer items-center font-medium text-brand-ink underline">
        {t(`${name}.label`)}
      </summary>
      <Hint>{t(`${name}.hint`)}</Hint>
      {others.map((language) => (
        <LabelledBox
          key={language}
          id={`${id}-${language}`}
          label={t("inLanguage", { language: languageNames[language] })}
          lines
          lang={language}
          value={texts?.[language] ?? blank?.[language] ?? ""}
          wrong={wrong(language)}
          onChange={(text) => change(language, text)}
        />
      ))}
    </details>
  );
}
