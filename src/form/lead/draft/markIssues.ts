import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Problem } from "../../browser/api.ts";

/** The type of errors from the proxy. The page cannot validate these again: the proxy may know more. */
export const refused = "refused";

/** Shows the proxy's issues at their fields, like errors of the form itself. */
export function markIssues({ setError }: UseFormReturn<FieldValues>, problem: Problem | undefined): void {
  for (const { path, code } of problem?.issues ?? []) setError(path, { type: refused, message: code });
}
