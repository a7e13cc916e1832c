import type { Field } from "../field.ts";

/** The eight types of Lofty's custom attributes. attributeValue.ts defines the format of their values. */
export const attributeTypes = [
  "text",
  "number",
  "date",
  "anniversary_date",
  "single_select",
  "multi_select",
  "percentage",
  "currency",
] as const;

export type AttributeType = (typeof attributeTypes)[number];

const shown = { agent: "shown", desk: "shown", visitor: "asked" } as const;

/** The office's custom attributes. A row exists only if it has an answer; it is identified by its name. */
export const attributes = [
  {
    path: "customAttributeList",
    kind: "attributes",
    ask: { agent: "shown", desk: "shown", visitor: "asked" },
    fields: [
      { path: "attributeName", kind: "text", required: true, ask: shown },
      { path: "attributeType", kind: "choice", options: attributeTypes, required: true, ask: shown },
      { path: "value", kind: "lines", required: true, ask: shown },
      { path: "params", kind: "text", rule: "set" },
    ],
  },
] as const satisfies readonly Field[];
