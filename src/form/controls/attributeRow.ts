import type { Kind } from "#lead/field.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";

/** A row of `customAttributeList` while it is being written. */
export interface AttributeRow {
  readonly attributeName?: string;
  readonly attributeType?: AttributeType;
  readonly value?: string;
}

/** What an answer of each type is. */
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
 * Where the answer to one of a station's questions stands in a lead, found by its name. An unanswered question has no
 * row yet; its place past every row keeps ids apart.
 */
export function answerPath(list: string, rows: unknown, name: string, place: number): string {
  const index = Array.isArray(rows) ? rows.findIndex((row) => valueAt(row, "attributeName") === name) : -1;
  return `${list}.${index >= 0 ? index : unanswered + place}.value`;
}
