import { isFixable } from "#lead/fixable.ts";
import type { Clock } from "./clock.ts";
import type { Outcome } from "./outcome.ts";
import type { Change, Entry } from "../store/outbox.ts";

/**
 * The states of a submission and what moves it between them. Plain functions from what happened to what to write: no
 * database, no network, and time only through the clock that is passed in.
 *
 *   accepted ──mark──▶ sending ─────────────▶ delivered ──read back──▶ confirmed
 *     ▲  ▲                ├─ certainly not         ▲  └─ nowhere to be found ──▶ parked
 *     │  └────────────────┤  processed             │
 *     │                   ├─ refused ─────────▶ parked  (needs a person: "in-crm", "send-again", "fix")
 *     │                   └─ answer lost ──▶ unknown ──┬─ our reference is there ──▶ delivered
 *     └──────── the one resend ──────────────────┴─ four look-ups were empty, and it was resent ──▶ parked
 *
 * Whatever has been on its way for three days is parked with a reason: no status is without an end.
 */

/** What a look into the CRM showed of a submission whose outcome is unknown. */
export type Sight =
  /** The record carries our reference. `added`: it was there before us. */
  | { readonly kind: "found"; readonly leadId: string; readonly added: boolean }
  /** `lookalike`: a record could be ours, but nothing proves it, and sending again could make a second one. */
  | { readonly kind: "absent"; readonly lookalike: boolean }
  /** It could not be seen: that is not "absent". `hopeless`: nor will it be. */
  | { readonly kind: "failed"; readonly hopeless: boolean };

/** What reading back a delivered lead showed. */
export type Reading =
  | { readonly kind: "read"; readonly differences: string | null; readonly samePhoneAs: string | null }
  /** The number answers 404: not persisted yet, or merged away. */
  | { readonly kind: "gone" }
  /** The number belongs to somebody else: nothing was written there. */
  | { readonly kind: "foreign" }
  /** The record behind a number that was merged away. */
  | { readonly kind: "survivor"; readonly leadId: string }
  | { readonly kind: "nowhere" }
  | { readonly kind: "failed"; readonly hopeless: boolean };

const firstRetryMs = 2_000;
const slowestRetryMs = 10 * 60_000;
/** Lofty stores a lead some time after it answered, its own webhooks take up to five minutes (API.md 3.3, 5); a read may
 * lag by ten. */
const lookAtMs = [15_000, 60_000, 5 * 60_000, 12 * 60_000];
const readBackMs = 20_000;
/** About six hours of look-ups that fail, though the CRM answers. */
const mostMisses = 40;
const mostReadMisses = 12;
/** About an hour and a half of failures that are this lead's own: others pass meanwhile. */
const mostOwnMisses = 16;
const ownReasons = new Set(["failed", "person-gone"]);

/** Doubles from two seconds to ten minutes. */
export const backoffMs = (misses: number) => Math.min(slowestRetryMs, firstRetryMs * 2 ** Math.min(misses, 20));

/** Who said that it may be sent once more: we, by what look-ups showed, or a person. */
const resends = { ours: 1, staffs: 2 } as const;
/** By our own word it is sent again only while a look still shows what that was given on. */
export const isOurResend = (entry: Entry) => entry.resends === resends.ours;

const fresh = { looks: 0, misses: 0 } as const;
const parked = (reason: string): Change => ({ status: "parked", reason, dueAt: null });
const later = ({ misses }: Entry, clock: Clock) => ({ misses: misses + 1, dueAt: clock.in(backoffMs(misses)) });
const waitOrPark = (entry: Entry, reason: string, clock: Clock): Change =>
  entry.misses >= mostOwnMisses ? parked(reason) : { ...later(entry, clock), status: "accepted", reason };
const delivered = (leadId: string, added: boolean, clock: Clock): Change => ({
  ...fresh,
  status: "delivered",
  reason: added ? "known-person" : null,
  leadId,
  openSince: clock.now(),
  dueAt: clock.in(readBackMs),
});
/** From one look to the next: each waits as long as the ones before it have not. */
const lookAgain = (looks: number, clock: Clock) => ({
  looks,
  dueAt: clock.in(Math.max(0, (lookAtMs[looks] ?? 0) - (lookAtMs[looks - 1] ?? 0))),
});

/** When what was on its way when we ended is first looked for. */
export const firstLook = (clock: Clock): number => lookAgain(0, clock).dueAt;

/** Written before the connection to the CRM is opened: found in this state after a crash, the lead may have arrived. */
export const marked = ({ attempts }: Entry): Change => ({ status: "sending", attempts: attempts + 1, dueAt: null });

/**
 * What an outcome makes of an entry that was to be sent, marked or not yet. Without an email or phone nothing can be
 * looked for.
 */
export function afterAttempt(entry: Entry, outcome: Outcome, clock: Clock, canLook: boolean): Change {
  switch (outcome.kind) {
    case "delivered":
    case "added":
      return delivered(outcome.leadId, outcome.kind === "added", clock);
    case "unsent":
      return ownReasons.has(outcome.reason)
        ? waitOrPark(entry, outcome.reason, clock)
        : { ...later(entry, clock), status: "accepted", reason: outcome.reason };
    case "blocked":
      return waitOrPark(entry, "blocked", clock);
    case "credentials":
      return { status: "accepted", reason: "credentials", dueAt: clock.now() };
    case "refused":
      return parked(outcome.reason);
    case "unknown":
      return canLook
        ? { ...lookAgain(0, clock), misses: 0, status: "unknown", reason: outcome.reason }
        : parked("unknown-outcome");
  }
}

/** What a look makes of an entry that may have arrived. Only looks that succeeded count. */
export function afterLook(entry: Entry, sight: Sight, clock: Clock): Change {
  if (sight.kind === "found") return delivered(sight.leadId, sight.added, clock);
  if (sight.kind === "failed")
    return sight.hopeless || entry.misses >= mostMisses
      ? parked(entry.reason === "restored" ? "restored" : "cannot-look-up")
      : { status: entry.status, ...later(entry, clock) };
  const looks = entry.looks + 1;
  if (looks < lookAtMs.length) return { status: "unknown", misses: 0, ...lookAgain(looks, clock) };
  // It was answered with a code, and no look showed our reference: a refusal after all.
  if (entry.reason?.startsWith("crm-")) return parked(entry.reason);
  if (sight.lookalike) return parked("maybe-in-crm");
  if (entry.resends > 0) return parked("unknown-outcome");
  return { ...fresh, status: "accepted", resends: resends.ours, dueAt: clock.now() };
}

/** What reading back makes of a delivered entry. It is given up, never the lead, when it keeps failing. */
export function afterReading(entry: Entry, reading: Reading, clock: Clock): Change {
  const { status } = entry;
  switch (reading.kind) {
    case "read": {
      const { differences, samePhoneAs } = reading;
      return { ...fresh, status: "confirmed", dueAt: null, differences, samePhoneAs };
    }
    case "gone":
      return { status, ...lookAgain(entry.looks + 1, clock) };
    case "foreign":
      return { ...lookAgain(0, clock), misses: 0, status: "unknown", reason: "foreign-id", leadId: null };
    case "survivor":
      return { ...readLater(entry, clock), leadId: reading.leadId };
    case "nowhere":
      return parked("not-in-crm");
    case "failed":
      return reading.hopeless ? unread(entry) : readLater(entry, clock);
  }
}
/** Its number was 404 when it was last read: then nobody knows whether Lofty has it. */
const unread = ({ status, looks }: Entry): Change => (looks > 0 ? parked("not-read-back") : { status, dueAt: null });
const readLater = (entry: Entry, clock: Clock): Change =>
  entry.misses >= mostReadMisses ? unread(entry) : { status: entry.status, ...later(entry, clock) };

/** What an error of our own makes of an entry: it waits longer each time, like any other failure, and then is parked. */
export function afterError(entry: Entry, clock: Clock): Change {
  if (entry.status === "unknown") return afterLook(entry, { kind: "failed", hopeless: false }, clock);
  if (entry.status === "delivered") return afterReading(entry, { kind: "failed", hopeless: false }, clock);
  return afterAttempt(entry, { kind: "unsent", reason: "failed" }, clock, true);
}

/** A number that is 404 after this many reads was merged away: Lofty has had five minutes. */
export const isGhost = ({ looks }: Entry) => looks >= lookAtMs.length;

/** So long after staff typed it somebody still stands before them. */
export const walkInMs = 2 * 60_000;
export const isWalkIn = ({ walkIn, acceptedAt }: Entry, clock: Clock) =>
  walkIn === 1 && acceptedAt > clock.in(-walkInMs);

/** How long an entry may be on its way or unread: then a person is asked. Only time in which we were alive counts. */
export const longestWaitMs = 3 * 24 * 3_600_000;
/** Longer than any request takes. */
export const longestSendMs = 15 * 60_000;

/** The station wants nobody created who may be known, and nobody can tell. */
export const unrecognized = (): Change => parked("cannot-recognize");

/** Staff found it in the CRM. */
export const inCrm = (leadId?: string): Change => ({
  ...fresh,
  status: "delivered",
  reason: "found-by-staff",
  ...(leadId === undefined ? {} : { leadId }),
  dueAt: null,
});

/** Staff did not find it. It is looked for once more before it is sent, and not resent by itself afterwards. */
export const sendAgain = (clock: Clock): Change => ({
  ...fresh,
  status: "accepted",
  reason: null,
  resends: resends.staffs,
  openSince: clock.now(),
  dueAt: clock.now(),
});

/** Staff corrected what the CRM refused. `lead` is Lofty's JSON, with our reference. */
export const fixed = (lead: string, clock: Clock): Change => ({ ...sendAgain(clock), lead });

export const canFix = ({ status, reason }: Entry) => status === "parked" && isFixable(reason);
