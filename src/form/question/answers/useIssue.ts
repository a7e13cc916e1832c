import type { IssueCode } from "#lead/issue.ts";
import { useReadError } from "./live.ts";

/** The code of the error at exactly this path, or undefined. */
export function useIssue(path: string): IssueCode | undefined {
  return useReadError(path, (error) => {
    // A list and its rows can both have errors. Then the resolver puts the list's error under `root`.
    const message = error?.message ?? error?.root?.message;
    return typeof message === "string" ? (message as IssueCode) : undefined;
  });
}
