import { useMemo } from "react";
import { useFormContext, useFormState, type FieldValues, type UseFormReturn } from "react-hook-form";
import type { Field } from "#lead/field.ts";
import type { Issue } from "#lead/issue.ts";
import { useStored } from "../../browser/useStored.ts";
import { holds, type Step } from "./steps.ts";
import { issuesOf } from "../../question/messages/issuesOf.ts";
import { tooLong } from "./tooLong.ts";

/**
 * All current issues: those from validation, and texts that are too long now. Renders again when these change, not at
 * every key.
 */
export function useIssues(steps: readonly Step[]): readonly Issue[] {
  const { errors } = useFormState();
  const judged = issuesOf(errors);
  const long = useTooLong(steps);
  const known = new Set(judged.map(({ path }) => path));
  const fresh = long.split(" ").filter((path) => path !== "" && !known.has(path));
  const at = ({ path }: Issue) => steps.findIndex((step) => holds(step, path));
  return [...judged, ...fresh.map((path): Issue => ({ path, code: "too-long" }))].toSorted(
    (one, other) => at(one) - at(other),
  );
}

/** The paths of the texts that are too long, separated by spaces. */
function useTooLong(steps: readonly Step[]): string {
  const { getValues, subscribe } = useFormContext();
  const { now, listen } = useMemo(() => watchLong(steps, { getValues, subscribe }), [steps, getValues, subscribe]);
  return useStored(listen, now);
}

/** Measures only the field that changed: measuring all fields costs time at every key. */
function watchLong(steps: readonly Step[], form: Pick<UseFormReturn<FieldValues>, "getValues" | "subscribe">) {
  const fields = steps.flatMap(({ shown, more, advanced }) => [...shown, ...more, ...advanced]);
  const pathsIn = (field: Field) => tooLong(field, form.getValues(field.path)).join(" ");
  let paths: string[];
  let all: string;
  const measureAll = () => {
    paths = fields.map(pathsIn);
    all = paths.filter(Boolean).join(" ");
  };
  measureAll();
  return {
    now: () => all,
    listen(run: () => void) {
      measureAll();
      const callback = ({ name }: { readonly name?: string }) => {
        const at = fields.findIndex(({ path }) => name === path || name?.startsWith(`${path}.`));
        const field = fields[at];
        if (!field) measureAll();
        else if (paths[at] !== (paths[at] = pathsIn(field))) all = paths.filter(Boolean).join(" ");
        run();
      };
      return form.subscribe({ formState: { values: true }, callback });
    },
  };
}
