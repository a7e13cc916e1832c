import { parseDate } from "./date.ts";
import type { AttributeType } from "./topics/attributes.ts";

/**
 * The options picked in a multi_select. Lofty wants a JSON array serialized into the string (LOFTY.md 3.4). Returns
 * undefined for any other text.
 */
export function selected(value: string): readonly string[] | undefined {
  try {
    const options: unknown = JSON.parse(value);
    return Array.isArray(options) &&
      options.length > 0 &&
      options.every((option) => typeof option === "string" && option !== "")
      ? options
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * `650.000` is a price in some countries and a mistake in others. `2.125` can be a size, but no price has thousandths.
 */
const canonicalDecimal = (value: string) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && !/\.\d\d0$/.test(value);
const amount = (value: string) => canonicalDecimal(value) && !/\.\d{3}$/.test(value);
const isDate = (value: string) => parseDate(value) !== undefined;

/**
 * Checks that a custom attribute's value has the format of its type. Lofty documents the select types only. Numbers are
 * canonical decimals and dates use the one pattern that Lofty documents, so that no reader depends on a locale.
 */
export const attributeValueHolds: Record<AttributeType, (value: string) => boolean> = {
  text: () => true,
  number: canonicalDecimal,
  percentage: canonicalDecimal,
  currency: amount,
  date: isDate,
  anniversary_date: isDate,
  single_select: () => true,
  multi_select: (value) => selected(value) !== undefined,
};
