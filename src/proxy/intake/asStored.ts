import { isVisited } from "#lead/station/allowed.ts";
import { acknowledgementIssues } from "#lead/submission/acknowledgement.ts";
import { consentFlags, consentIssues } from "#lead/submission/consent.ts";
import type { Issue } from "#lead/issue.ts";
import type { JsonObject } from "#lead/json.ts";
import type { SealedSubmission } from "#lead/submission/sealed.ts";
import type { StationEvent } from "#lead/station/station.ts";
import type { Submission } from "#lead/submission/submission.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { ways } from "#lead/submission/ways.ts";
import { withFooter } from "../crm/footer.ts";
import { asKept, savedLate, type Kept, type Wrong } from "./asKept.ts";
import { timesHere } from "./deviceClock.ts";
import { judgeEnvelope } from "./judgeSubmission.ts";
import { cannotOpen, needsFix } from "./parkedOnArrival.ts";
import type { Given } from "./readBody.ts";
import type { Rules } from "./rulesFor.ts";
import { withSaid } from "./saidBeside.ts";
import type { Opened } from "./unseal.ts";

type Times = Parameters<typeof timesHere>[1];
type EventOf = (submission: Submission) => Promise<StationEvent | undefined>;

/** Returns a submission in stored form, or the issues of one that is refused: only a plain one is. */
export async function asStored(
  key: string,
  given: Given,
  rules: Rules,
  times: Times,
  today: () => Date,
  eventOf: EventOf,
): Promise<Kept | Wrong> {
  if (given.kind === "closed") return asClosed(given.body, rules, times, eventOf);
  const kept = await asKept(key, given.body, rules, times, today, eventOf);
  return given.kind === "opened" && !kept.lead ? asParked(key, given.body, kept.issues, rules, times, eventOf) : kept;
}

/**
 * Returns a sealed submission in stored form although it has issues, because nobody can correct it on its device. Its
 * answers are as they were typed; staff correct them.
 */
async function asParked(
  key: string,
  opened: Opened,
  issues: readonly Issue[],
  { station }: Rules,
  times: Times,
  eventOf: EventOf,
): Promise<Kept> {
  const submission = usableParts(opened);
  const { consent, acknowledgement, capturedAt } = timesHere(submission, times);
  const policy = station && isVisited(station) ? station.consent.policy : "standard";
  const isOwn = consent?.by === "self" && (!station || consentIssues(consent, station).length === 0);
  const own = consent && isOwn ? { ...consent, policy } : undefined;
  const isRead = acknowledgement && (!station || acknowledgementIssues(acknowledgement, station).length === 0);
  // Without a usable consent nothing was ticked. A refusal in it counts.
  const no = ways.filter((way) => valueAt(opened, `consent.channels.${way}`) === false);
  const channels = Object.fromEntries(no.map((way) => [way, false]));
  const flags = own ? {} : consentFlags({ channels }, policy);
  const said = withSaid(tidy(submission.lead) as JsonObject, submission);
  const lead = withFooter({ ...said, ...flags }, key, savedLate(capturedAt, times));
  const event = await eventOf(submission);
  const read = isRead ? { acknowledgement } : {};
  return { lead, consent: own, ...read, capturedAt, event, submission, parked: needsFix, issues };
}

/** Leaves out a wrong event, language, consent, acknowledgement or party. */
function usableParts({ station, stationVersion, capturedAt, lead, ...more }: Opened): Submission {
  const envelope: Submission = { station, stationVersion, capturedAt, lead };
  return (["event", "language", "consent", "acknowledgement", "party"] as const).reduce((usable, part) => {
    const { submission } = judgeEnvelope({ ...usable, [part]: more[part] });
    return submission ?? usable;
  }, envelope);
}

/**
 * Returns a sealed submission that cannot be opened: stored whole, so that it can be opened when its key is back. Until
 * then it has the event of its station, so that it counts at the house.
 */
async function asClosed(body: SealedSubmission, { station }: Rules, times: Times, eventOf: EventOf): Promise<Kept> {
  const { sentAt } = times;
  const id = station?.event?.id;
  return {
    lead: { ...body, ...(sentAt === undefined ? {} : { sentAt: sentAt.slice(0, 40) }) },
    consent: undefined,
    capturedAt: timesHere({ ...body, lead: {} }, times).capturedAt,
    event: id === undefined ? undefined : await eventOf({ ...body, lead: {}, event: { id } }),
    submission: body,
    parked: cannotOpen,
  };
}
