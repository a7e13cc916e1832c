import { isVisited } from "#lead/allowed.ts";
import type { Issue } from "#lead/issue.ts";
import type { JsonObject } from "#lead/json.ts";
import type { Station, StationEvent } from "#lead/station.ts";
import { stamp } from "#lead/stamp.ts";
import { tidy } from "#lead/tidy.ts";
import type { Submission } from "#lead/submission.ts";
import { timesHere, type KeptConsent } from "./deviceClock.ts";
import { withFooter } from "./footer.ts";
import { judgeEnvelope, judgeSubmission } from "./judgeSubmission.ts";
import type { Rules } from "./rulesFor.ts";

interface Kept {
  /** Ready to be sent, unless it could not be judged. */
  readonly lead: JsonObject;
  readonly consent: KeptConsent | undefined;
  readonly capturedAt: number;
  readonly event: StationEvent | undefined;
  readonly submission: Submission;
}
interface Wrong {
  readonly issues: readonly Issue[];
}
type Times = Parameters<typeof timesHere>[1];

/** A submission as it is kept, or what is wrong with it. */
export async function asKept(
  key: string,
  body: unknown,
  { station, isVisitors }: Rules,
  times: Times,
  today: () => Date,
  eventOf: (submission: Submission, station: Station) => Promise<StationEvent | undefined>,
): Promise<Kept | Wrong> {
  if (!station) return unjudged(key, body, isVisitors, times);
  const verdict = judgeSubmission(body, station, today);
  if (verdict.issues) return { issues: verdict.issues };
  const { submission } = verdict;
  const { consent, capturedAt } = timesHere(submission, times);
  // By the device's own clock: that is the day its screen went by.
  const event = await eventOf(submission, station);
  const stamped = stamp(verdict.lead, station, { consent, language: submission.language, event });
  const lead = withFooter(stamped, key, consent, station.referenceAttribute);
  const visitors = isVisited(station) ? consent && { ...consent, policy: station.consent.policy } : consent;
  return { lead, consent: visitors, capturedAt, event, submission };
}

/** What comes from a form that nobody knows any more is kept as it came, and needs a person. */
function unjudged(key: string, body: unknown, isVisitors: boolean, times: Times): Kept | Wrong {
  const { submission, issues } = judgeEnvelope(body);
  if (!submission) return { issues };
  const { consent, capturedAt } = timesHere(submission, times);
  if (isVisitors && consent && consent.by !== "self") return { issues: [{ path: "consent.by", code: "not-allowed" }] };
  // The consent is not in the note: nothing in it could be checked.
  const lead = withFooter(tidy(submission.lead) as JsonObject, key, undefined);
  const kept = isVisitors && consent ? { ...consent, policy: "standard" as const } : consent;
  return { lead, consent: kept, capturedAt, event: undefined, submission };
}
