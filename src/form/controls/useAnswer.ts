import { useController, useFormContext, type FieldValues } from "react-hook-form";
import { tidy } from "#lead/tidy.ts";

export interface Answer<T> {
  readonly value: T | undefined;
  readonly wrong: boolean;
  /** Takes what was typed or picked. What was wrong is judged again at every change (lead/watchErrors.ts). */
  change(value: T | undefined): void;
  /** Judges the answer on leaving the field; an empty one is only missed when the step is left. */
  leave(): void;
  readonly ref: (element: HTMLElement | null) => void;
}

/** The answer at a path of the draft. */
export function useAnswer<T = string>(path: string): Answer<T> {
  const { trigger } = useFormContext();
  const { field, fieldState } = useController<FieldValues>({ name: path });
  const wrong = typeof fieldState.error?.message === "string";
  return {
    value: field.value as T | undefined,
    wrong,
    change: field.onChange,
    leave() {
      field.onBlur();
      if (Object.keys(tidy({ value: field.value }) as object).length > 0) void trigger(path);
    },
    ref: field.ref,
  };
}
