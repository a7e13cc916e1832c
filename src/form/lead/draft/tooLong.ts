import type { Field } from "#lead/field.ts";
import { isObject } from "#lead/json.ts";
import { measure } from "#lead/measure.ts";

/** Returns the paths of all texts in a value that are longer than Lofty's limit. */
export function tooLong(field: Field, value: unknown, path = field.path): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => tooLong(field, item, `${path}.${index}`));
  if (isObject(value))
    return (field.fields ?? []).flatMap((part) => tooLong(part, value[part.path], `${path}.${part.path}`));
  const isLong =
    typeof value === "string" && field.limit !== undefined && measure(value, field.limit, field.kind).left < 0;
  return isLong ? [path] : [];
}
