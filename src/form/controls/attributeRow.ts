import type { AttributeType } from "#lead/topics/attributes.ts";

/** A row of `customAttributeList` while it is being written. */
export interface AttributeRow {
  readonly attributeName?: string;
  readonly attributeType?: AttributeType;
  readonly value?: string;
}
