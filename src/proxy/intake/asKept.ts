import { isVisited } from "#lead/station/allowed.ts";
import type { Issue } from "#lead/issue.ts";
import { tooManyIn } from "#lead/station/judge.ts";
import type { JsonObject } from "#lead/json.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { stamp } from "#lead/submission/stamp.ts";
import { tidy } from "#lead/tidy.ts";
import type { Submission } from "#lead/submission/submission.ts";
import { timesHere, type KeptAcknowledgement, type KeptConsent } from "./deviceClock.ts";
import { withFooter } from "../crm/footer.ts";
import { judgeEnvelope, judgeSubmission } from "./judgeSubmission.ts";
import { isLate } from "../store/late.ts";
import { versionUnknown } from "./parkedOnArrival.ts";
import type { Rules } from "./rulesFor.ts";
import { withSaid } from "./saidBeside.ts";

export interface Kept {
  /** Ready to be sent, unless it could not be validated. */
  readonly lead: JsonObject;
  readonly consent: KeptConsent | undefined;
  readonly acknowledgement?: KeptAcknowledgement | undefined;
  readonly capturedAt: number;
  readonly event: StationEvent | undefined;
  readonly submission: Pick<Submission, "capturedAt">;
  /** The reason to park it at once, and its issues. */
  readonly parked?: string;
  readonly issues?: readonly Issue[];
}
export interface Wrong {
  readonly lead?: undefined;
  readonly issues: readonly Issue[];
}
type Times = Parameters<typeof timesHere>[1];

/** Returns a submission in stored form, or its issues. */
export async function asKept(
  key: string,
  body: unknown,
  { station, isVisitors }: Rules,
  times: Times,
  today: () => Date,
  eventOf: (submission: Submission) => Promise<StationEvent | undefined>,
): Promise<Kept | Wrong> {
  if (!station) return unjudged(key, body, isVisitors, times, eventOf);
  const verdict = judgeSubmission(body, station, today);
  if (verdict.issues) return { issues: verdict.issues };
  const { submission } = verdict;
  const { consent, acknowledgement, capturedAt } = timesHere(submission, times);
  // Uses the device's own clock, because its screen showed the event by that date.
  const event = await eventOf(submission);
  const { language, party } = submission;
  const stamped = stamp(verdict.lead, station, { consent, language, event, party });
  const about = { consent, acknowledgement, station: station.id, ...savedLate(capturedAt, times) };
  const lead = withFooter(stamped, key, about, station.referenceAttribute);
  const visitors = isVisited(station) ? consent && { ...consent, policy: station.consent.policy } : consent;
  return { lead, consent: visitors, acknowledgement, capturedAt, event, submission };
}

/** Returns the time for the footer when the lead arrives late. */
export const savedLate = (capturedAt: number, { arrivedAt }: Times) =>
  isLate({ capturedAt, acceptedAt: arrivedAt }) ? { savedAt: capturedAt } : {};

/**
 * A submission from an unknown version of a form is stored unchanged and parked for staff. A visitor's must not name
 * more contacts than any form lets a visitor enter.
 */
async function unjudged(
  key: string,
  body: unknown,
  isVisitors: boolean,
  times: Times,
  eventOf: (submission: Submission) => Promise<StationEvent | undefined>,
): Promise<Kept | Wrong> {
  const { submission, issues } = judgeEnvelope(body);
  if (!submission) return { issues };
  const { consent, acknowledgement, capturedAt } = timesHere(submission, times);
  if (isVisitors && consent && consent.by !== "self") return { issues: [{ path: "consent.by", code: "not-allowed" }] };
  const tidied = tidy(submission.lead) as JsonObject;
  const tooMany = isVisitors ? tooManyIn(tidied) : [];
  if (tooMany.length > 0) return { issues: tooMany };
  // The note does not contain the consent, because it could not be checked.
  const said = isVisitors ? withSaid(tidied, submission) : tidied;
  const lead = withFooter(said, key, savedLate(capturedAt, times));
  const kept = isVisitors && consent ? { ...consent, policy: "standard" as const } : consent;
  const event = await eventOf(submission);
  return { lead, consent: kept, acknowledgement, capturedAt, event, submission, parked: versionUnknown };
}
