import type * as z from "zod/mini";

/** What can be wrong with an answer, in the words of the interface. */
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

/** A wrong answer. `limit` and `length` are UTF-16 units for texts, counts for lists. */
export interface Issue {
  readonly path: string;
  readonly code: IssueCode;
  readonly limit?: number;
  readonly length?: number;
}

type RawIssue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** The interface's word for one of zod's issues. */
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

/** Everything wrong with a value, given that the error map is `codeOf`. */
export const issuesOf = ({ issues }: z.core.$ZodError): readonly Issue[] =>
  issues.flatMap((issue) => pathsOf(issue).map((path) => ({ path, code: issue.message as IssueCode })));

/** The paths one of zod's issues speaks of: an unknown key is named itself, not the object it stands in. */
export function pathsOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.map(String);
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...at, key]) : [at];
  return paths.map((parts) => parts.join("."));
}
