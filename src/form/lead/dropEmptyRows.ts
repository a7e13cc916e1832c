import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Field } from "#lead/field.ts";
import { fields } from "#lead/fields.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";

/** Takes empty rows out of the draft before it is judged, so that an index means the same row everywhere. */
export function dropEmptyRows({ getValues, setValue }: UseFormReturn<FieldValues>): void {
  const drop = (among: readonly Field[], prefix: string) => {
    for (const field of among) {
      const path = `${prefix}${field.path}`;
      const rows = valueAt(getValues(), path);
      if (!Array.isArray(rows)) continue;
      const kept = rows.filter((row: unknown) => Object.keys(tidy({ row }) as object).length > 0);
      if (kept.length < rows.length) setValue(path, kept);
      kept.forEach((_, index) => drop(field.fields ?? [], `${path}.${index}.`));
    }
  };
  drop(fields, "");
}
