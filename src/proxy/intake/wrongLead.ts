import type { Issue } from "#lead/issue.ts";
import { problem } from "../http/problem.ts";

/** Returns the response that refuses an invalid lead, with its issues. */
export const wrongLead = (issues: readonly Issue[]): Response =>
  problem(422, "lead-wrong", "The lead has answers that cannot be kept", {
    issues: issues.map((issue) => ({ ...issue, message: describe(issue) })),
  });

function describe({ path, code, limit, length }: Issue): string {
  const size = limit === undefined ? "" : ` (${length} of at most ${limit})`;
  return `${path}: ${code}${size}`;
}
