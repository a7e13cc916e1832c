import type { OutboxEntry, OutboxGroup } from "#lead/submission/staffAnswers.ts";

/**
 * The list of the outbox that a submission belongs to. An unknown outcome is "waiting": the proxy still looks for the
 * lead.
 */
export function groupOf({ status }: OutboxEntry): OutboxGroup {
  if (status === "parked") return "needsYou";
  return status === "delivered" || status === "confirmed" ? "delivered" : "waiting";
}

/** Reasons for which the CRM may already have the lead. Nobody should send it again without looking there first. */
const maybeThere = new Set([
  "unknown-outcome",
  "maybe-in-crm",
  "cannot-look-up",
  "restored",
  "not-in-crm",
  "cannot-recognize",
  "not-read-back",
  "unreadable",
]);
/** Reasons other than a refusal: the CRM neither took nor refused the lead. */
const notSent = new Set([
  "waited-too-long",
  "credentials",
  "blocked",
  "person-gone",
  "failed",
  "failed-alone",
  "needs-fix",
  "cannot-open",
  "looks-like-spam",
]);
export const wasRefused = ({ reason }: OutboxEntry) => !notSent.has(reason ?? "");

/** The proxy cannot read its answers, so it cannot send it again. With the right keys it can, though the reason stays. */
export const isUnreadable = ({ reason, name }: OutboxEntry) => reason === "unreadable" && name === "";

/** A program has probably filled it in. Staff release it. */
export const isSpamLike = ({ reason }: OutboxEntry) => reason === "looks-like-spam";

/** The proxy cannot open it, so it has no name (reason "cannot-open"). */
export const isSealed = ({ reason }: OutboxEntry) => reason === "cannot-open";

export type State = "refused" | "maybe" | "checking" | "sending" | "waiting" | "inLofty";

/** The state that decides the text and look of a submission's line. */
export function stateOf({ status, reason }: OutboxEntry): State {
  switch (status) {
    case "parked":
      return maybeThere.has(reason ?? "") ? "maybe" : "refused";
    case "unknown":
      return "checking";
    case "sending":
      return "sending";
    case "accepted":
      return "waiting";
    default:
      return "inLofty";
  }
}
