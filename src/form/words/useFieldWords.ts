import { useCallback, useMemo } from "react";
import { useTranslations } from "use-intl";
import { keyOf } from "#lead/questions.ts";
import { useStation, type FormStation } from "../station/useStation.ts";
import { isVisited } from "#lead/allowed.ts";
import type { Json } from "#lead/json.ts";
import { fillPresets } from "#lead/presets.ts";
import { valueAt } from "#lead/valueAt.ts";

export interface FieldWords {
  readonly label: string;
  readonly hint: string | undefined;
  /** What an empty box stands for, drawn in it. */
  readonly blank: string | undefined;
  /** The name of one row of a list. */
  readonly one: string;
  option(value: string | number): string;
}

/** The words of the field at a path: what visitors read where it differs, else what staff read. */
export function useFieldWords(path: string): FieldWords {
  const words = useWordsOf();
  return useMemo(() => words(path), [words, path]);
}

/** The same for any path. */
export function useWordsOf(): (path: string) => FieldWords {
  // Keys made from data: words.ts has the compiler check that the demanded ones exist.
  const t = useTranslations() as unknown as Lookup;
  const station = useStation();
  return useCallback((path) => wordsOf(path, t, station), [t, station]);
}

function wordsOf(path: string, t: Lookup, station: FormStation): FieldWords {
  const visited = isVisited(station);
  const key = keyOf(path);
  const say = (id: string) => (t.has(id) ? t(id) : undefined);
  const label = (visited ? say(`visitorFields.${key}`) : undefined) ?? t(`fields.${key}.label`);
  const row = /\.(\d+)$/.exec(path);
  const one = say(`fields.${key}.one`) ?? label;
  const preset = row ? undefined : presetOf(station, path);
  const isList = Array.isArray(preset);
  return {
    label: row ? t("field.row", { name: one, number: Number(row[1]) + 1 }) : label,
    hint:
      say(`fields.${key}.hint`) ??
      (preset && t(isList ? "field.alwaysAdded" : "field.leftEmpty", { value: isList ? preset.join(", ") : preset })),
    blank: say(`fields.${key}.blank`) ?? (typeof preset === "string" ? preset : undefined),
    one,
    option: (value) =>
      (visited ? say(`visitorOptions.${value}`) : undefined) ?? say(`options.${value}`) ?? String(value),
  };
}

/** What the station adds by itself, so that an empty box is no riddle. Presets reach staff only. */
function presetOf({ presets = {}, event }: FormStation, path: string): string | readonly Json[] | undefined {
  const preset = valueAt(presets, path);
  if (!Array.isArray(preset) && typeof preset !== "string") return undefined;
  return fillPresets({ value: preset as Json }, event).value as string | readonly Json[];
}

/** A catalogue asked by keys made from data. */
export interface Lookup {
  (id: string, values?: object): string;
  has(id: string): boolean;
}
