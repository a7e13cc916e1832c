import type { Outcome } from "./outcome.ts";
import type { Change, Entry } from "./store/outbox.ts";

/**
 * The states of a submission and what moves it between them; no clock, no database, no network of its own.
 *
 *   accepted ──mark──▶ sending ──▶ delivered                         the CRM named the lead
 *      ▲                  ├──────▶ accepted, due later               certainly not processed
 *      └──────────────────┤
 *                         ├──────▶ unknown ──▶ parked                the answer was lost
 *                         └──────▶ parked                            refused: needs a person
 */
export interface Step extends Change {
  /** Nothing is sent for this long: the CRM asked for it, or takes nothing from us. */
  readonly pauseMs?: number;
  /** The credential is not taken; /readyz turns red until one is. */
  readonly credentials?: boolean;
}

const firstRetryMs = 2_000;
const slowestRetryMs = 10 * 60_000;
const credentialPauseMs = 60_000;

/** Doubles from two seconds to ten minutes. */
export const backoffMs = (attempts: number) => Math.min(slowestRetryMs, firstRetryMs * 2 ** Math.min(attempts, 20));

/** What an attempt's outcome makes of an entry that is being sent. `attempts` counts this one. */
export function afterAttempt({ attempts }: Pick<Entry, "attempts">, outcome: Outcome, now: number): Step {
  switch (outcome.kind) {
    case "delivered":
      return { status: "delivered", leadId: outcome.leadId };
    case "unsent": {
      const waitMs = outcome.waitMs ?? backoffMs(attempts - 1);
      const step = { status: "accepted", reason: outcome.reason, dueAt: now + waitMs } as const;
      return outcome.waitMs === undefined ? step : { ...step, pauseMs: waitMs };
    }
    case "credentials":
      return {
        status: "accepted",
        reason: "credentials",
        dueAt: now + credentialPauseMs,
        pauseMs: credentialPauseMs,
        credentials: true,
      };
    case "refused":
      return { status: "parked", reason: outcome.reason };
    case "unknown":
      return { status: "unknown", reason: outcome.reason, dueAt: now };
  }
}

/** An unknown outcome is parked, to be looked for by a person before anything is sent again. */
export const afterUnknown = (): Step => ({ status: "parked", reason: "unknown-outcome" });
