import type { FieldErrors } from "react-hook-form";
import type { Issue, IssueCode } from "#lead/issue.ts";
import { isObject } from "#lead/json.ts";

/** Returns the form's errors as issues. */
export const issuesOf = (errors: FieldErrors): readonly Issue[] => collect(errors, "");

function collect(node: unknown, path: string): readonly Issue[] {
  if (!isObject(node) && !Array.isArray(node)) return [];
  const { message, type } = node as { message?: unknown; type?: unknown };
  if (typeof message === "string" && typeof type === "string") return [{ path, code: message as IssueCode }];
  return Object.entries(node)
    .filter(([key]) => key !== "ref")
    .flatMap(([key, inner]) => collect(inner, path === "" ? key : key === "root" ? path : `${path}.${key}`));
}
