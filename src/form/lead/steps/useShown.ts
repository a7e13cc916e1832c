import { useLocale, useTranslations } from "use-intl";
import { selected } from "#lead/attributeValue.ts";
import type { Field } from "#lead/field.ts";
import { isObject } from "#lead/json.ts";
import { attributeKinds, type AttributeRow } from "../../question/answers/attributeRow.ts";
import { formatNumber } from "../../question/answers/numbers.ts";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { useWordsOf } from "../../question/answers/useFieldWords.ts";

interface Shown {
  /**
   * An answer to one of our questions, in the form in which Lofty stores it and in the words of its control. Rows of a
   * list are separated by line breaks.
   */
  readonly answer: (field: Field, value: unknown) => string;
  /** An answer to one of the office's own questions. `option`: the text of an option. */
  readonly attribute: (row: AttributeRow, option?: (value: string) => string) => string;
}

/** Returns functions that turn answers into the text of the review. */
export function useShown(): Shown {
  const t = useTranslations("field");
  const locale = useLocale();
  const wordsOf = useWordsOf();
  const { agents, offices } = useVocabulary().vocabulary;

  const number = (value: unknown) => formatNumber(value as string | number, locale);
  const money = (value: unknown) => `${/^\d/.test(String(value)) ? "$" : ""}${number(value)}`;

  const answer = (field: Field, value: unknown, path = field.path): string => {
    const { option } = wordsOf(path);
    if (Array.isArray(value))
      return value.map((item: unknown) => answer(field, item, path)).join(field.kind === "choice" ? ", " : "\n");
    if (isObject(value)) return rowOf(field.fields ?? [], value, path);
    switch (field.kind) {
      case "permission":
        return value === true ? t("refused") : t("allowed");
      case "flag":
        return option(value === true ? "Yes" : "No");
      case "choice":
      case "pick":
      case "suggested":
      case "yesNo":
        return option(value as string | number);
      case "money":
        return money(value);
      case "integer":
      case "decimal":
      case "decimalText":
        return number(value);
      case "agent":
      case "owner":
        return [...agents, ...offices].find(({ id }) => String(id) === String(value))?.name ?? String(value);
      case "atLeast":
      case "atLeastText":
        return t("atLeast", { number: String(value) });
      default:
        return String(value);
    }
  };
  /** A person or a place on one line. */
  const rowOf = (fields: readonly Field[], row: { readonly [path: string]: unknown }, at: string) =>
    fields
      .filter(({ path }) => row[path] !== undefined)
      .map((part, index) => {
        const gap = index === 0 ? "" : part.path === "lastName" ? " " : " · ";
        return gap + answer(part, row[part.path], `${at}.${part.path}`).replaceAll("\n", ", ");
      })
      .join("");
  const attribute: Shown["attribute"] = ({ attributeType: type = "text", value = "" }, option = String) => {
    const kind = attributeKinds[type];
    if (kind === "money") return money(value);
    if (kind === "decimal") return `${number(value)}${type === "percentage" ? "%" : ""}`;
    if (type === "multi_select") return selected(value)?.map(option).join(", ") || value;
    return type === "single_select" ? option(value) : value;
  };
  return { answer, attribute };
}
