import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** Updates the stamp fields of an open lead when the answer changes. A value that somebody changed by hand stays. */
export function useStamp({ getValues, setValue }: UseFormReturn<FieldValues>, stamp: object): void {
  const applied = useRef<{ readonly [path: string]: unknown }>({ ...stamp });
  useEffect(() => {
    const before = applied.current;
    const after: { readonly [path: string]: unknown } = { ...stamp };
    for (const path of Object.keys({ ...before, ...after }))
      if (before[path] !== after[path] && getValues(path) === before[path]) setValue(path, after[path]);
    applied.current = after;
  }, [stamp, getValues, setValue]);
}
