import { isVisited } from "#lead/station/allowed.ts";
import { acknowledgementIssues } from "#lead/submission/acknowledgement.ts";
import { consentIssues } from "#lead/submission/consent.ts";
import { codeOf, issuesOf, type Issue } from "#lead/issue.ts";
import { judge } from "#lead/station/judge.ts";
import type { Station } from "#lead/station/station.ts";
import { submissionSchema, type Submission } from "#lead/submission/submission.ts";

/** Validates a submission without its lead. Returns it or its issues. */
export function judgeEnvelope(
  body: unknown,
):
  | { readonly submission: Submission; readonly issues?: undefined }
  | { readonly submission?: undefined; readonly issues: readonly Issue[] } {
  const parsed = submissionSchema.safeParse(body, { error: codeOf });
  return parsed.success ? { submission: parsed.data } : { issues: issuesOf(parsed.error) };
}

/** Validates a submission. Returns its lead and envelope in stored form, or all issues. */
export function judgeSubmission(body: unknown, station: Station, now: () => Date) {
  const { submission, issues: envelope = [] } = judgeEnvelope(body);
  const draft = (body as { lead?: unknown }).lead;
  const verdict = judge(draft, station, now);
  const missing: readonly Issue[] =
    isVisited(station) && submission && !submission.consent ? [{ path: "consent", code: "required" }] : [];
  const said = [
    ...(submission?.consent ? consentIssues(submission.consent, station) : []),
    ...(submission?.acknowledgement ? acknowledgementIssues(submission.acknowledgement, station) : []),
  ];
  const inLead = "issues" in verdict ? verdict.issues : [];
  const issues = [...envelope, ...missing, ...said, ...inLead];
  if (issues.length > 0 || !submission || !("lead" in verdict)) return { issues } as const;
  return { lead: verdict.lead, submission } as const;
}
