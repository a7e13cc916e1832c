import { useTranslations } from "use-intl";
import { questionAt, keyOf } from "#lead/questions.ts";
import type { IssueCode } from "#lead/issue.ts";
import { useStation } from "../station/useStation.ts";
import { isVisited } from "#lead/allowed.ts";

export interface FieldWords {
  readonly label: string;
  readonly hint: string | undefined;
  /** The name of one row of a list. */
  readonly one: string;
  option(value: string | number): string;
  issue(code: IssueCode): string;
}

/** The words of the field at a path: what visitors read where it differs, else what staff read. */
export function useFieldWords(path: string): FieldWords {
  // Keys made from data: words.ts has the compiler check that the demanded ones exist.
  const t = useTranslations() as unknown as Lookup;
  const visited = isVisited(useStation());
  const key = keyOf(path);
  const say = (id: string, values?: object) => (t.has(id) ? t(id, values) : undefined);
  const label = (visited ? say(`visitorFields.${key}`) : undefined) ?? t(`fields.${key}.label`);
  const row = /\.(\d+)$/.exec(path);
  const one = say(`fields.${key}.one`) ?? label;
  const field = questionAt(path);
  return {
    label: row ? t("field.row", { name: one, number: Number(row[1]) + 1 }) : label,
    hint: say(`fields.${key}.hint`),
    one,
    option: (value) =>
      (visited ? say(`visitorOptions.${value}`) : undefined) ?? say(`options.${value}`) ?? String(value),
    issue(code) {
      const values = { label: row ? one : label, limit: code === "too-many" ? field?.max : field?.limit };
      const own =
        code === "required"
          ? `fieldIssues.${key}`
          : /^(format|wrong-type)$/.test(code)
            ? `kindIssues.${field?.kind}`
            : "";
      return say(own, values) ?? t(`issues.${code}`, values);
    },
  };
}

interface Lookup {
  (id: string, values?: object): string;
  has(id: string): boolean;
}
