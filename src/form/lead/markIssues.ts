import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Problem } from "../api.ts";

/** What the proxy found wrong stands at its fields, as if it had been found here. */
export function markIssues({ setError }: UseFormReturn<FieldValues>, problem: Problem | undefined): void {
  for (const { path, code } of problem?.issues ?? []) setError(path, { type: code, message: code });
}
