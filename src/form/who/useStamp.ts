import { useEffect, useRef } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** Keeps a lead in hand stamped with whose it is: an answer that somebody changed by hand stays as it is. */
export function useStamp({ getValues, setValue }: UseFormReturn<FieldValues>, stamp: object): void {
  const worn = useRef<{ readonly [path: string]: unknown }>({ ...stamp });
  useEffect(() => {
    const before = worn.current;
    const after: { readonly [path: string]: unknown } = { ...stamp };
    for (const path of Object.keys({ ...before, ...after }))
      if (before[path] !== after[path] && getValues(path) === before[path]) setValue(path, after[path]);
    worn.current = after;
  }, [stamp, getValues, setValue]);
}
