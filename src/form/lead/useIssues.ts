import { useFormState, useWatch } from "react-hook-form";
import type { Issue } from "#lead/issue.ts";
import { valueAt } from "#lead/valueAt.ts";
import { holds, type Step } from "../steps.ts";
import { issuesOf } from "./issuesOf.ts";
import { tooLong } from "./tooLong.ts";

/** What is to fix: what was judged, and what is too long right now. It changes with them, not with every key. */
export function useIssues(steps: readonly Step[]): readonly Issue[] {
  const { errors } = useFormState();
  const judged = issuesOf(errors, steps);
  const long = useWatch({ compute: (draft: object) => pathsTooLong(draft, steps).join(" ") });
  const known = new Set(judged.map(({ path }) => path));
  const fresh = long.split(" ").filter((path) => path !== "" && !known.has(path));
  const at = ({ path }: Issue) => steps.findIndex((step) => holds(step, path));
  return [...judged, ...fresh.map((path): Issue => ({ path, code: "too-long" }))].toSorted(
    (one, other) => at(one) - at(other),
  );
}

function pathsTooLong(draft: object, steps: readonly Step[]): readonly string[] {
  const fields = steps.flatMap(({ shown, more, advanced }) => [...shown, ...more, ...advanced]);
  return fields.flatMap((field) => tooLong(field, valueAt(draft, field.path)));
}
