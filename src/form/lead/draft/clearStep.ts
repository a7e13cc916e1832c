import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Step } from "./steps.ts";

/** Deletes the answers of a step, and their errors. */
export function clearStep({ setValue, clearErrors }: UseFormReturn<FieldValues>, { shown, more, advanced }: Step) {
  const paths = [...shown, ...more, ...advanced].map(({ path }) => path);
  for (const path of paths) setValue(path, undefined);
  clearErrors(paths);
}
