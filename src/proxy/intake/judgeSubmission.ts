import { isVisited } from "#lead/allowed.ts";
import { codeOf, issuesOf, type Issue } from "#lead/issue.ts";
import { judge } from "#lead/judge.ts";
import type { Station } from "#lead/station.ts";
import { submissionSchema } from "#lead/submission.ts";

/** A submission as it would be kept, or everything that is wrong with it. */
export function judgeSubmission(body: unknown, station: Station, now: () => Date) {
  const parsed = submissionSchema.safeParse(body, { error: codeOf });
  const envelope = parsed.success ? [] : issuesOf(parsed.error);
  const draft = (body as { lead?: unknown }).lead;
  const verdict = judge(draft, station, now);
  const missing: readonly Issue[] =
    isVisited(station) && parsed.success && !parsed.data.consent ? [{ path: "consent", code: "required" }] : [];
  const inLead = "issues" in verdict ? verdict.issues : [];
  const issues = [...envelope, ...missing, ...inLead];
  return issues.length > 0 || !parsed.success || !("lead" in verdict)
    ? { issues }
    : { lead: verdict.lead, submission: parsed.data };
}
