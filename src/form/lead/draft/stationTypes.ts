import { selected } from "#lead/attributeValue.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";
import type { AttributeRow } from "../../question/answers/attributeRow.ts";
import type { FormStation } from "../../station/useStation.ts";

/**
 * Returns stored answers with the types that the station's questions have now. The type may have changed since: a
 * question can only correct its value.
 */
export function withStationTypes<T extends object>(answers: T, { attributes }: Pick<FormStation, "attributes">): T {
  const { customAttributeList: rows } = answers as { customAttributeList?: unknown };
  if (!Array.isArray(rows)) return answers;
  const retyped = (rows as readonly (AttributeRow | undefined)[]).map((row) => {
    const type = attributes.find(({ name }) => name === row?.attributeName)?.type;
    if (type === undefined || type === row?.attributeType) return row;
    return { ...row, attributeType: type, value: written(row?.value, type) };
  });
  return { ...answers, customAttributeList: retyped };
}

/** Only a multi_select has a list as its text. */
function written(value: unknown, type: AttributeType): unknown {
  if (typeof value !== "string" || value === "") return value;
  const picked = selected(value);
  if (type === "multi_select") return picked ? value : JSON.stringify([value]);
  return picked ? picked.join(", ") : value;
}
