import { useTranslations } from "use-intl";
import type { Field } from "#lead/field.ts";
import type { JsonObject } from "#lead/json.ts";
import { topics } from "#lead/questions.ts";
import { valueAt } from "#lead/valueAt.ts";
import { useShown } from "../../lead/steps/useShown.ts";
import { useWordsOf } from "../../question/answers/useFieldWords.ts";
import type { AttributeRow } from "../../question/answers/attributeRow.ts";

/** A value of a lead in words. `key` is its path, for an attribute its name. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

const fields: readonly Field[] = Object.values(topics).flat();
const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * Returns a function that returns the values of a lead in words, in the order of the form. In what Lofty holds, a flag
 * against contact that is not set means that no opt-out is recorded, not that somebody said yes.
 */
export function useLines(of: "sent" | "held"): (lead: JsonObject) => readonly Line[] {
  const t = useTranslations("lead");
  const shown = useShown();
  const wordsOf = useWordsOf();
  return (lead) =>
    fields.flatMap((field): readonly Line[] => {
      const { path, kind } = field;
      const value = valueAt(lead, path);
      if (isEmpty(value) || field.ask === undefined) return [];
      const { label } = wordsOf(path);
      if (kind === "permission" && of === "held")
        return [{ key: path, label, text: t(value === true ? "optOutHeld" : "noOptOutHeld") }];
      if (kind !== "attributes") return [{ key: path, label, text: orJson(value, () => shown.answer(field, value)) }];
      const rows = (Array.isArray(value) ? value : []) as readonly AttributeRow[];
      return rows.map((row) => {
        const { attributeName = label } = row;
        return { key: `attribute ${attributeName}`, label: attributeName, text: shown.attribute(row) };
      });
    });
}

/** A lead that was not validated may hold a value of another type than its field's. */
function orJson(value: unknown, shown: () => string): string {
  try {
    return shown();
  } catch {
    return JSON.stringify(value);
  }
}
