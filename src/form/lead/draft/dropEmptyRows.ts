import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Field } from "#lead/field.ts";
import { fields } from "#lead/fields.ts";
import { isAnswered } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";

/** Removes empty rows from the draft before validation, so that an index means the same row everywhere. */
export function dropEmptyRows({ getValues, setValue }: UseFormReturn<FieldValues>): void {
  const drop = (among: readonly Field[], prefix: string) => {
    for (const field of among) {
      const path = `${prefix}${field.path}`;
      const rows = valueAt(getValues(), path);
      if (!Array.isArray(rows)) continue;
      const kept = rows.filter(isAnswered);
      if (kept.length < rows.length) setValue(path, kept);
      kept.forEach((_, index) => drop(field.fields ?? [], `${path}.${index}.`));
    }
  };
  drop(fields, "");
}
