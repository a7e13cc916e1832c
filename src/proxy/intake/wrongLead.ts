import type { Issue } from "#lead/issue.ts";
import { problem } from "../problem.ts";

/** The refusal of a lead. */
export const wrongLead = (issues: readonly Issue[]): Response =>
  problem(422, "lead-wrong", "The lead has answers that cannot be kept", {
    issues: issues.map((issue) => ({ ...issue, message: describe(issue) })),
  });

function describe({ path, code, limit, length }: Issue): string {
  const size = limit === undefined ? "" : ` (${length} of at most ${limit})`;
  return `${path}: ${code}${size}`;
}
