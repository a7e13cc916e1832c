import type { Credential } from "./crm/credential.ts";
import type { Gate } from "./crm/gate.ts";
import type { Agreement, Clock } from "./platform/clock.ts";
import type { LaterNotes } from "./store/laterNotes.ts";
import type { Outbox } from "./store/outbox.ts";
import type { StoreWatch } from "./store/watch.ts";

interface Parts {
  readonly outbox: Pick<Outbox, "oldestWaiting" | "count">;
  readonly laterNotes: Pick<LaterNotes, "refused">;
  readonly gate: Pick<Gate, "closed">;
  readonly credential: Credential;
  readonly seat: { readonly isTaken: () => boolean; readonly held: () => boolean };
  readonly storeWatch: Pick<StoreWatch, "problem" | "unreadable">;
  readonly clockAgreement: () => Agreement;
  /** The number of leads that could not be forgotten. */
  readonly unforgotten: () => number;
  readonly clock: Clock;
}

export interface Readiness {
  readonly ok: boolean;
  /** Alarms and figures. They count the whole store: for staff and METRICS_TOKEN, never for strangers. */
  readonly facts: () => Promise<object>;
}

/** A restart of the CRM or of a network takes less time. */
const longestDownMs = 15 * 60_000;

/** Returns a function that says whether the proxy can take and send leads. */
export function readinessOf(parts: Parts): () => Readiness {
  const { outbox, laterNotes, gate, credential, seat, storeWatch, clockAgreement, unforgotten, clock } = parts;
  const facts = async () => {
    const oldest = await outbox.oldestWaiting();
    const waitedMs = oldest === undefined ? 0 : Math.max(0, clock.now() - oldest);
    const closed = gate.closed();
    const entries = await outbox.count();
    const refused = credential.state() === "refused";
    return {
      entries,
      alarms: [
        ...(entries.parked ? ["needs-person"] : []),
        ...((await laterNotes.refused(1)).length > 0 ? ["note-refused"] : []),
        ...(refused ? ["credential-refused"] : []),
        ...(unforgotten() > 0 ? ["cannot-forget"] : []),
        ...(storeWatch.unreadable() > 0 ? ["unreadable-leads"] : []),
        ...(closed?.reason === "blocked" ? ["crm-blocked"] : []),
        ...(closed?.reason === "crm-down" && waitedMs > longestDownMs / clock.speed ? ["crm-down"] : []),
        ...(seat.isTaken() ? [] : ["nobody-relays"]),
        ...(clockAgreement() === "differs" ? ["clock-differs"] : []),
      ],
      ...(oldest === undefined ? {} : { oldestWaitingSeconds: Math.round(waitedMs / 1000) }),
      credential: credential.state(),
      ...(refused ? { check: credential.variable } : {}),
      ...(closed ? { paused: closed.reason } : {}),
      relaying: seat.held(),
    };
  };
  return () => {
    const store = storeWatch.problem();
    return store === undefined
      ? { ok: credential.state() !== "refused" && seat.isTaken(), facts }
      : { ok: false, facts: () => Promise.resolve({ alarms: ["store-unavailable"], store }) };
  };
}
