import type { OutboxEntry, OutboxGroup } from "#lead/staffAnswers.ts";

/** Which list a submission stands in. An unknown outcome waits: the proxy is still looking. */
export function groupOf({ status }: OutboxEntry): OutboxGroup {
  if (status === "parked") return "needsYou";
  return status === "delivered" || status === "confirmed" ? "delivered" : "waiting";
}

/** Reasons for which the CRM may hold the lead: nobody sends it again before having looked. */
const maybeThere = new Set([
  "unknown-outcome",
  "maybe-in-crm",
  "cannot-look-up",
  "restored",
  "not-in-crm",
  "cannot-recognize",
  "not-read-back",
]);
/** Reasons that are no refusal: it was never taken, nor turned down. */
const notSent = new Set(["waited-too-long", "credentials", "blocked", "person-gone", "failed"]);
export const wasRefused = ({ reason }: OutboxEntry) => !notSent.has(reason ?? "");

export type State = "refused" | "maybe" | "checking" | "sending" | "waiting" | "inLofty";

/** What a submission's line says and looks like. */
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
