import { parseDate } from "./date.ts";
import type { AttributeType } from "./topics/attributes.ts";

/** The options picked in a multi_select: Lofty wants a JSON array serialised into the string (API.md 3.4). */
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

/** `650.000` is a price in one country and a mistake in the next, `2.125` a size; nobody pays thousandths. */
const canonicalDecimal = (value: string) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && !/\.\d\d0$/.test(value);
const amount = (value: string) => canonicalDecimal(value) && !/\.\d{3}$/.test(value);
const isDate = (value: string) => parseDate(value) !== undefined;

/**
 * Whether a custom attribute's value is written as its type is. Lofty documents the select types only; numbers are
 * canonical decimals and dates Lofty's one documented pattern, so that no reader has to guess a locale.
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
