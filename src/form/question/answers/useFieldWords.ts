import { useCallback, useMemo } from "react";
import { useMessages, useTranslations } from "use-intl";
import { keyOf } from "#lead/questions.ts";
import { useStation, type FormStation } from "../../station/useStation.ts";
import { isVisited, needsContact } from "#lead/station/allowed.ts";
import type { Json } from "#lead/json.ts";
import { fillPresets } from "#lead/station/presets.ts";
import { valueAt } from "#lead/valueAt.ts";

export interface FieldWords {
  readonly label: string;
  readonly hint: string | undefined;
  /** The placeholder of an empty box. */
  readonly blank: string | undefined;
  /** The name of one row of a list. */
  readonly one: string;
  option(value: string | number): string;
}

/** The texts of the field at a path. Visitors have their own texts for some fields. */
export function useFieldWords(path: string): FieldWords {
  const words = useWordsOf();
  return useMemo(() => words(path), [words, path]);
}

/** The same for any path. */
export function useWordsOf(): (path: string) => FieldWords {
  // The keys are made from data. words.ts makes the compiler check that the required ones exist.
  const t = useTranslations() as unknown as Lookup;
  const messages: object = useMessages();
  const station = useStation();
  return useCallback((path) => wordsOf(path, t, messages, station), [t, messages, station]);
}

function wordsOf(path: string, t: Lookup, messages: object, station: FormStation): FieldWords {
  const visited = isVisited(station);
  const key = keyOf(path);
  // `t.has` throws and catches an error for each missing text. Most fields lack most of these texts, and there are
  // hundreds of look-ups before the app takes over.
  const say = (id: string) => (valueAt(messages, id) === undefined ? undefined : t(id));
  const label = (visited ? say(`visitorFields.${key}`) : undefined) ?? t(`fields.${key}.label`);
  const row = /\.(\d+)$/.exec(path);
  const one = say(`fields.${key}.one`) ?? label;
  const preset = row ? undefined : presetOf(station, path);
  const isList = Array.isArray(preset);
  return {
    label: row ? t("field.row", { name: one, number: Number(row[1]) + 1 }) : label,
    hint:
      (visited && isHinted(path, station) ? say(`visitorHints.${key}`) : undefined) ??
      say(`fields.${key}.hint`) ??
      (preset && t(isList ? "field.alwaysAdded" : "field.leftEmpty", { value: isList ? preset.join(", ") : preset })),
    blank: say(`fields.${key}.blank`) ?? (typeof preset === "string" ? preset : undefined),
    one,
    option: (value) =>
      (visited ? say(`visitorOptions.${value}`) : undefined) ?? say(`options.${value}`) ?? String(value),
  };
}

/** Visitors may leave the email out only where a phone number is enough. */
const isHinted = (path: string, station: FormStation) =>
  path !== "emails" || (needsContact(station) && !station.asks.off.includes("phones"));

/** The station's preset for this field, shown in or above the empty box. Only staff get presets. */
function presetOf({ presets = {}, event }: FormStation, path: string): string | readonly Json[] | undefined {
  const preset = valueAt(presets, path);
  if (!Array.isArray(preset) && typeof preset !== "string") return undefined;
  return fillPresets({ value: preset as Json }, event).value as string | readonly Json[];
}

/** A catalogue with keys that are made from data. */
export interface Lookup {
  (id: string, values?: object): string;
  has(id: string): boolean;
}
