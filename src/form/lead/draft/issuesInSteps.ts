import type { FieldErrors } from "react-hook-form";
import type { Issue } from "#lead/issue.ts";
import { holds, type Step } from "./steps.ts";
import { issuesOf } from "../../question/messages/issuesOf.ts";

/** Returns the form's errors as issues in the order of the steps. Issues without a step come last. */
export function issuesInSteps(errors: FieldErrors, steps: readonly Step[]): readonly Issue[] {
  const order = ({ path }: Issue) => {
    const at = steps.findIndex((step) => holds(step, path));
    return at < 0 ? steps.length : at;
  };
  return issuesOf(errors).toSorted((one, other) => order(one) - order(other));
}
