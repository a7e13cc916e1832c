import { isVisited } from "#lead/allowed.ts";
import { consentIssues } from "#lead/consent.ts";
import { codeOf, issuesOf, type Issue } from "#lead/issue.ts";
import { judge } from "#lead/judge.ts";
import type { Station } from "#lead/station.ts";
import { submissionSchema, type Submission } from "#lead/submission.ts";

/** A submission without its lead: as it is, or what is wrong with it. */
export function judgeEnvelope(
  body: unknown,
):
  | { readonly submission: Submission; readonly issues?: undefined }
  | { readonly submission?: undefined; readonly issues: readonly Issue[] } {
  const parsed = submissionSchema.safeParse(body, { error: codeOf });
  return parsed.success ? { submission: parsed.data } : { issues: issuesOf(parsed.error) };
}

/** A submission as it would be kept, or everything that is wrong with it. */
export function judgeSubmission(body: unknown, station: Station, now: () => Date) {
  const { submission, issues: envelope = [] } = judgeEnvelope(body);
  const draft = (body as { lead?: unknown }).lead;
  const verdict = judge(draft, station, now);
  const missing: readonly Issue[] =
    isVisited(station) && submission && !submission.consent ? [{ path: "consent", code: "required" }] : [];
  const said = submission?.consent ? consentIssues(submission.consent, station) : [];
  const inLead = "issues" in verdict ? verdict.issues : [];
  const issues = [...envelope, ...missing, ...said, ...inLead];
  if (issues.length > 0 || !submission || !("lead" in verdict)) return { issues } as const;
  return { lead: verdict.lead, submission } as const;
}
