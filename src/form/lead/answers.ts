import type { Field } from "#lead/field.ts";
import { isObject } from "#lead/json.ts";
import { selected } from "#lead/attributeValue.ts";
import { formatNumber } from "../controls/numbers.ts";

/** How an answer reads on the review: as Lofty will hold it, in the words of the form. */
export function showAnswer(
  field: Field,
  value: unknown,
  option: (value: string | number) => string,
  yes: (holds: boolean) => string,
  locale: string,
): string {
  if (Array.isArray(value))
    return value.map((item: unknown) => showAnswer(field, item, option, yes, locale)).join(", ");
  if (isObject(value)) return rowText(value);
  if (typeof value === "boolean") return yes(value);
  if (field.kind === "choice" || field.kind === "yesNo") return option(value as string | number);
  const text = formatNumber(value as string | number, locale);
  return field.kind === "money"
    ? `$${text}`
    : field.kind === "integer" || field.kind === "decimal"
      ? text
      : String(value);
}

/** A row in one line: an attribute as `name: value`, a person or place as its parts. */
function rowText(row: { readonly [key: string]: unknown }): string {
  if (typeof row["attributeName"] === "string") {
    const value = String(row["value"] ?? "");
    return `${row["attributeName"]}: ${(row["attributeType"] === "multi_select" && selected(value)?.join(", ")) || value}`;
  }
  return Object.values(row)
    .flat()
    .filter((part) => part !== "" && part !== undefined)
    .join(", ");
}
