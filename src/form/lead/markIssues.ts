import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Problem } from "../api.ts";

/** The type of an error that the proxy found: it may know what this page does not. */
export const refused = "refused";

/** What the proxy found wrong stands at its fields, as if it had been found here. */
export function markIssues({ setError }: UseFormReturn<FieldValues>, problem: Problem | undefined): void {
  for (const { path, code } of problem?.issues ?? []) setError(path, { type: refused, message: code });
}
