import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Language } from "#lead/languages.ts";
import { languageNames } from "../../../station/languageNames.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { Hint } from "../../../ui/Hint.tsx";
import { LabelledBox } from "../../../ui/LabelledBox.tsx";

type Attribute = FormStation["attributes"][number];

interface Props {
  readonly attribute: Attribute;
  /** Those of the station. Its own texts are in the first one. */
  readonly languages: readonly Language[];
  /** Returns the message for a path in the texts that the proxy refused. */
  readonly wrong: (path: string) => string | undefined;
  /** Changes the text at a path in the texts. Undefined: there is none. */
  readonly onChange: (path: readonly string[], text: string | undefined) => void;
}

/** How people read one of the office's own questions and its options in the further languages of the station. */
export function AttributeTexts({ attribute, languages, wrong, onChange }: Props) {
  const t = useTranslations("setup");
  const { name, options = [], texts = {} } = attribute;
  const [first, ...others] = languages;
  if (name === "" || others.length === 0) return null;
  return (
    <details className="field">
      <summary className="flex min-h-(--tap) cursor-pointer items-center font-medium text-brand-ink underline">
        {t("attributeTexts.label")}
      </summary>
      <Hint>{t("attributeTexts.hint")}</Hint>
      {others.map((language) => (
        <fieldset key={language} lang={first} className="mt-3 grid gap-3">
          <legend lang={language} className="mb-2 font-semibold">
            {languageNames[language]}
          </legend>
          <Line
            label={name}
            language={language}
            initial={texts[language]?.name}
            wrong={wrong(`${language}.name`)}
            onChange={(text) => onChange([language, "name"], text)}
          />
          {options.map((option) => (
            <Line
              key={option}
              label={option}
              language={language}
              initial={texts[language]?.options?.[option]}
              wrong={wrong(`${language}.options.${option}`)}
              onChange={(text) => onChange([language, "options", option], text)}
            />
          ))}
        </fieldset>
      ))}
    </details>
  );
}

interface LineProps {
  readonly label: string;
  readonly language: Language;
  readonly initial: string | undefined;
  readonly wrong: string | undefined;
  /** Undefined: there is no text. */
  readonly onChange: (text: string | undefined) => void;
}

/** Its label is the text in the station's first language. */
function Line({ label, language, initial = "", wrong, onChange }: LineProps) {
  const id = useId();
  const [text, setText] = useState(initial);
  return (
    <LabelledBox
      id={id}
      label={label}
      lang={language}
      value={text}
      wrong={wrong}
      onChange={(typed) => {
        setText(typed);
        onChange(typed.trim() || undefined);
      }}
    />
  );
}
