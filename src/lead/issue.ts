import type * as z from "zod/mini";

/** The codes of wrong answers, as the API returns them. */
export const issueCodes = [
  "required",
  "too-long",
  "too-many",
  "wrong-type",
  "not-an-option",
  "format",
  "unknown",
  "not-allowed",
  "server-managed",
] as const;
export type IssueCode = (typeof issueCodes)[number];

/** A wrong answer. `limit` and `length` are UTF-16 units for texts and counts for lists. */
export interface Issue {
  readonly path: string;
  readonly code: IssueCode;
  readonly limit?: number;
  readonly length?: number;
}

type RawIssue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** Maps a zod issue to an issue code. */
export function codeOf(issue: RawIssue): IssueCode {
  if (issue.code !== "custom" && "input" in issue && issue.input === undefined) return "required";
  switch (issue.code) {
    case "invalid_type":
      return "wrong-type";
    case "too_big":
      return issue.origin === "string" ? "too-long" : issue.origin === "array" ? "too-many" : "format";
    case "too_small":
      return issue.origin === "array" ? "required" : "format";
    case "invalid_value":
      return "not-an-option";
    case "unrecognized_keys":
      return "unknown";
    case "custom":
      return (issue.params as { code: IssueCode } | undefined)?.code ?? "format";
    default:
      return "format";
  }
}

/** Returns all issues of a zod error. Expects that it was parsed with `codeOf` as the error map. */
export const issuesOf = ({ issues }: z.core.$ZodError): readonly Issue[] =>
  issues.flatMap((issue) => pathsOf(issue).map((path) => ({ path, code: issue.message as IssueCode })));

/** The paths of a zod issue. For unknown keys, these are the keys, not the object that holds them. */
export function pathsOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.map(String);
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
  return paths.map((parts) => parts.join("."));
}
