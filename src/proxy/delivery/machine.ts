import { isFixable } from "#lead/submission/fixable.ts";
import type { Clock } from "../platform/clock.ts";
import type { Outcome } from "../crm/outcome.ts";
import type { Change, Entry } from "../store/outbox.ts";

/**
 * The states of a submission and the transitions between them. These are pure functions: no database, no network, and
 * the time comes only from the clock that is passed in.
 *
 *   accepted ──mark──▶ sending ─────────────▶ delivered ──read back──▶ confirmed
 *     ▲  ▲                │                        ▲  └─ not in the CRM ──▶ parked
 *     │  └──── unsent ────┤                        │
 *     │                   ├─ refused ─────────▶ parked  (staff choose: "in-crm", "send-again", "fix")
 *     │                   └─ response lost ─▶ unknown ──┬─ found by our reference ──▶ delivered
 *     └──────────── one resend ────────────────────┴─ four look-ups were empty after the resend ──▶ parked
 *
 * A submission that is not settled after three days is parked with a reason, so no state lasts forever.
 */

/** The result of a look-up for a submission whose outcome is unknown. */
export type Sight =
  /** The record carries our reference. `added`: the person existed before. */
  | { readonly kind: "found"; readonly leadId: string; readonly added: boolean }
  /** `lookalike`: a record could be ours, but nothing proves it; a resend could create a duplicate. */
  | { readonly kind: "absent"; readonly lookalike: boolean }
  /** The look-up failed, which is not the same as "absent". `hopeless`: a retry will fail too. */
  | { readonly kind: "failed"; readonly hopeless: boolean };

/** The result of reading back a delivered lead. */
export type Reading =
  | { readonly kind: "read"; readonly differences: string | null; readonly samePhoneAs: string | null }
  /** A read of the id returns 404: the lead is not stored yet, or was merged away. */
  | { readonly kind: "gone" }
  /** A note is not visible yet, or was just posted and may be late. Posting it again would duplicate it. */
  | { readonly kind: "incomplete" }
  /** The id belongs to somebody else. We wrote nothing there. */
  | { readonly kind: "foreign" }
  /** The record that a merged lead is now part of. */
  | { readonly kind: "survivor"; readonly leadId: string }
  | { readonly kind: "nowhere" }
  | { readonly kind: "failed"; readonly hopeless: boolean };

const firstRetryMs = 2_000;
const slowestRetryMs = 10 * 60_000;
/** Lofty stores a lead some time after its response: webhooks take up to five minutes (LOFTY.md 3.3, 5), reads ten. */
export const lookAtMs = [15_000, 60_000, 5 * 60_000, 12 * 60_000];
/** A missing note is posted twice at most. */
const mostLooks = lookAtMs.length + 2;
const readBackMs = 20_000;
/** About five and a half hours of failed look-ups, without the times when the CRM was away. */
const mostMisses = 40;
const mostReadMisses = 12;
/** Over an hour and a half of failures that concern only this lead. `looks` counts them; `misses` has an outage's too. */
const mostOwnFailures = 16;
const ownReasons = new Set(["failed", "person-gone", "look-up-unclear"]);

/** Returns a delay in ms: doubles from two seconds to ten minutes. */
export const backoffMs = (misses: number) => Math.min(slowestRetryMs, firstRetryMs * 2 ** Math.min(misses, 20));

/** Who allowed the resend: our look-ups, or staff. */
const resends = { ours: 1, staffs: 2 } as const;
/** A resend that our look-ups allowed needs a new look-up with the same result. */
export const isOurResend = (entry: Entry) => entry.resends === resends.ours;

const fresh = { looks: 0, misses: 0 } as const;
const parked = (reason: string): Change => ({ status: "parked", reason, dueAt: null });
const later = ({ misses }: Entry, clock: Clock) => ({ misses: misses + 1, dueAt: clock.in(backoffMs(misses)) });
/** The reason of a lead that always fails. Lofty's answer is no reason: Lofty did not refuse the lead. */
const alone = (reason: string) => (ownReasons.has(reason) || reason === "blocked" ? reason : "failed-alone");
/** After a resend, the first attempt may also have arrived. */
const waitOrPark = (entry: Entry, reason: string, clock: Clock): Change =>
  entry.looks >= mostOwnFailures
    ? parked(entry.resends > 0 ? "cannot-look-up" : alone(reason))
    : { ...later(entry, clock), looks: entry.looks + 1, status: "accepted", reason };
const delivered = (leadId: string, added: boolean, clock: Clock): Change => ({
  ...fresh,
  status: "delivered",
  reason: added ? "known-person" : null,
  leadId,
  openSince: clock.now(),
  dueAt: clock.in(readBackMs),
});
/** `lookAtMs` counts from the attempt. After the last look, a note that was posted again has the whole time. */
const lookAgain = (looks: number, clock: Clock) => ({
  looks,
  dueAt: clock.in((lookAtMs[looks] ?? lookAtMs.at(-1) ?? 0) - (lookAtMs[looks - 1] ?? 0)),
});

/** When to look first for a submission that was being sent when the process ended. In ms. */
export const firstLook = (clock: Clock): number => lookAgain(0, clock).dueAt;

/** Stored before the request to the CRM. After a crash, a lead in this state may have arrived. */
export const marked = ({ attempts }: Entry): Change => ({ status: "sending", attempts: attempts + 1, dueAt: null });

/** Returns the change after an attempt, marked or not. */
export function afterAttempt(entry: Entry, outcome: Outcome, clock: Clock): Change {
  switch (outcome.kind) {
    case "delivered":
    case "added":
      return delivered(outcome.leadId, outcome.kind === "added", clock);
    case "unsent":
      return outcome.isOwn || ownReasons.has(outcome.reason)
        ? waitOrPark(entry, outcome.reason, clock)
        : { ...later(entry, clock), status: "accepted", reason: outcome.reason };
    case "blocked":
      return waitOrPark(entry, "blocked", clock);
    case "credentials":
      return { status: "accepted", reason: "credentials", dueAt: clock.now() };
    case "refused":
      return parked(outcome.reason);
    case "unknown":
      return { ...lookAgain(0, clock), misses: 0, status: "unknown", reason: outcome.reason };
  }
}

/** Returns the change after a look-up of an entry that may have arrived. Only successful look-ups count. */
export function afterLook(entry: Entry, sight: Sight, clock: Clock): Change {
  if (sight.kind === "found") return delivered(sight.leadId, sight.added, clock);
  if (sight.kind === "failed")
    return sight.hopeless || entry.misses >= mostMisses
      ? parked(entry.reason === "restored" ? "restored" : "cannot-look-up")
      : { status: entry.status, ...later(entry, clock) };
  const looks = entry.looks + 1;
  if (looks < lookAtMs.length) return { status: "unknown", misses: 0, ...lookAgain(looks, clock) };
  // An error code of the CRM (crm-down of earlier versions is none), and no look-up found our reference: a refusal.
  if (entry.reason?.startsWith("crm-") && entry.reason !== "crm-down") return parked(entry.reason);
  if (sight.lookalike) return parked("maybe-in-crm");
  if (entry.resends > 0) return parked("unknown-outcome");
  return { ...fresh, status: "accepted", resends: resends.ours, dueAt: clock.now() };
}

/** Returns the change after reading back a delivered entry. After too many failures we stop reading; the lead stays. */
export function afterReading(entry: Entry, reading: Reading, clock: Clock): Change {
  const { status } = entry;
  switch (reading.kind) {
    case "read": {
      const { differences, samePhoneAs } = reading;
      return { ...fresh, status: "confirmed", dueAt: null, differences, samePhoneAs };
    }
    case "gone":
    case "incomplete":
      return entry.looks < mostLooks ? { status, ...lookAgain(entry.looks + 1, clock) } : unread(entry);
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
/** With looks > 0 a read returned 404 or too little: Lofty may not have the lead. */
const unread = ({ status, looks }: Entry): Change => (looks > 0 ? parked("not-read-back") : { status, dueAt: null });
const readLater = (entry: Entry, clock: Clock): Change =>
  entry.misses >= mostReadMisses ? unread(entry) : { status: entry.status, ...later(entry, clock) };

/** Returns the change after an error in our own code: retries with longer delays, then parks. */
export function afterError(entry: Entry, clock: Clock): Change {
  if (entry.status === "unknown") return afterLook(entry, { kind: "failed", hopeless: false }, clock);
  if (entry.status === "delivered") return afterReading(entry, { kind: "failed", hopeless: false }, clock);
  return afterAttempt(entry, { kind: "unsent", reason: "failed" }, clock);
}

/** Lofty had twelve minutes to show everything: a note that is missing now is not there, and a 404 means a merge. */
export const isLastLook = ({ looks }: Entry) => looks >= lookAtMs.length;
/** Returns true when a missing note is posted, or posted once more. */
export const mayPost = (entry: Entry) => isLastLook(entry) && entry.looks < mostLooks;

/** An entry that waits longer than this is parked, so that a person decides. Downtime of the proxy does not count. */
export const longestOpenMs = 3 * 24 * 3_600_000;
/** Longer than any request takes. */
export const longestSendMs = 15 * 60_000;

/** The station does not allow a create when duplicates cannot be looked up. */
export const unrecognized = (): Change => parked("cannot-recognize");

/** Staff found the lead in the CRM. */
export const inCrm = (leadId?: string): Change => ({
  ...fresh,
  status: "delivered",
  reason: "found-by-staff",
  ...(leadId === undefined ? {} : { leadId }),
  dueAt: null,
});

/** Staff did not find the lead. We look once more before we send it, and do not resend it automatically afterwards. */
export const sendAgain = (clock: Clock): Change => ({
  ...fresh,
  status: "accepted",
  reason: null,
  resends: resends.staffs,
  openSince: clock.now(),
  dueAt: clock.now(),
});

/** Staff corrected what the CRM refused. `lead` is Lofty's JSON with our reference. */
export const fixed = (lead: string, clock: Clock): Change => ({ ...sendAgain(clock), lead });

export const canFix = ({ status, reason }: Entry) => status === "parked" && isFixable(reason);
