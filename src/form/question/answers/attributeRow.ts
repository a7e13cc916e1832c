import type { Kind } from "#lead/kinds.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";

/** An unfinished row of `customAttributeList`. */
export interface AttributeRow {
  readonly attributeName?: string;
  readonly attributeType?: AttributeType;
  readonly value?: string;
}

/** The kind of the answer for each type of attribute. */
export const attributeKinds: Record<AttributeType, Kind> = {
  text: "lines",
  number: "decimal",
  percentage: "decimal",
  currency: "money",
  date: "date",
  anniversary_date: "date",
  single_select: "choice",
  multi_select: "choice",
};

const unanswered = 1000;

/**
 * Returns the path of the answer to one of a station's questions. Its row is found by name. An unanswered question has
 * no row yet: it gets an index after all rows, so that ids stay unique.
 */
export function answerPath(list: string, rows: unknown, name: string, place: number): string {
  const index = Array.isArray(rows) ? rows.findIndex((row) => valueAt(row, "attributeName") === name) : -1;
  return `${list}.${index >= 0 ? index : unanswered + place}.value`;
}
