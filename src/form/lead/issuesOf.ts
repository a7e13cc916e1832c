import type { FieldErrors } from "react-hook-form";
import type { Issue, IssueCode } from "#lead/issue.ts";
import { isObject } from "#lead/json.ts";
import { holds, type Step } from "../steps.ts";

/** The form's errors as issues, in the order in which the steps ask. */
export function issuesOf(errors: FieldErrors, steps: readonly Step[] = []): readonly Issue[] {
  const order = ({ path }: Issue) => {
    const at = steps.findIndex((step) => holds(step, path));
    return at < 0 ? steps.length : at;
  };
  return collect(errors, "").toSorted((one, other) => order(one) - order(other));
}

function collect(node: unknown, path: string): readonly Issue[] {
  if (!isObject(node) && !Array.isArray(node)) return [];
  const { message, type } = node as { message?: unknown; type?: unknown };
  if (typeof message === "string" && typeof type === "string") return [{ path, code: message as IssueCode }];
  return Object.entries(node)
    .filter(([key]) => key !== "ref")
    .flatMap(([key, inner]) => collect(inner, path === "" ? key : key === "root" ? path : `${path}.${key}`));
}
