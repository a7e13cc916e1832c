import { useEffect, useEffectEvent, useState } from "react";
import { FormProvider, useForm, type FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Field as FieldData } from "#lead/field.ts";
import { topics } from "#lead/questions.ts";
import { tidy } from "#lead/tidy.ts";
import { Field } from "../../../question/Field.tsx";
import { useWordsOf } from "../../../question/answers/useFieldWords.ts";
import { StationContext } from "../../../station/useStation.ts";
import type { SectionProps } from "../edits/edits.ts";
import { Select } from "../../../ui/Select.tsx";
import { Box } from "../../../ui/TextBox.tsx";
import { Message } from "../../../ui/Message.tsx";

/** Fields that say who the lead is: no station can know them. */
const personal: ReadonlySet<string> = new Set(["firstName", "lastName", "phones", "emails", "birthday"]);
const offered: readonly FieldData[] = [...topics.handling, ...topics.contact, ...topics.inquiry].filter(
  ({ path, ask }: FieldData) => ask?.desk !== undefined && !path.includes(".") && !personal.has(path),
);

/** Values that the station adds to each of its leads, in the form's own boxes with their counters. */
export function Presets({ station, edit, wrong }: SectionProps) {
  const t = useTranslations("setup");
  const presets = station.presets ?? {};
  const [shown, setShown] = useState(() => offered.filter(({ path }) => path in presets).map(({ path }) => path));
  const form = useForm<FieldValues>({ defaultValues: { ...presets } });
  const wordsOf = useWordsOf();
  const changed = useEffectEvent((values: object) => {
    edit((now) => {
      const kept = Object.fromEntries(Object.entries(now.presets ?? {}).filter(([path]) => !shown.includes(path)));
      return { presets: { ...kept, ...(tidy(values) as object) } };
    });
  });
  const { subscribe } = form;
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => changed(values) }), [subscribe]);
  const rest = offered.filter(({ path }) => !shown.includes(path));
  return (
    // A preset is not a hint of itself, and staff's boxes have all fields.
    <StationContext value={{ ...station, profile: "desk", presets: {}, required: [], needsContact: false }}>
      <FormProvider {...form}>
        <div className="grid gap-(--gap)">
          {shown.map((path) => (
            <Field key={path} path={path} />
          ))}
        </div>
        {wrong("presets") && <Message tone="over">{t("wrongPresets")}</Message>}
        <div className="field">
          <label className="label" htmlFor="setup-preset">
            {t("addPreset")}
          </label>
          <Box>
            <Select
              id="setup-preset"
              value=""
              onChange={({ target }) => target.value && setShown([...shown, target.value])}
            >
              <option value="">{t("choosePreset")}</option>
              {rest.map(({ path }) => (
                <option key={path} value={path}>
                  {wordsOf(path).label}
                </option>
              ))}
            </Select>
          </Box>
        </div>
      </FormProvider>
    </StationContext>
  );
}
