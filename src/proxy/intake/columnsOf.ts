import { toWire } from "#lead/wire.ts";
import type { Change } from "../store/outbox.ts";
import type { Kept } from "./asKept.ts";
import { fingerprint } from "./fingerprint.ts";

/** Returns the columns that hold the content of a submission. */
export const columnsOf = ({ lead, consent, acknowledgement, event, issues }: Kept, body: unknown) => ({
  fingerprint: fingerprint(body),
  lead: toWire(lead),
  consent: consent ? JSON.stringify(consent) : null,
  acknowledgement: acknowledgement ? JSON.stringify(acknowledgement) : null,
  event: event ? JSON.stringify(event) : null,
  issues: issues ? JSON.stringify(issues) : null,
});

/** Returns the change of a stored submission whose content could not be read until now. */
export const openedLater = (kept: Kept, body: unknown, now: number) =>
  ({
    ...columnsOf(kept, body),
    status: kept.parked === undefined ? "accepted" : "parked",
    reason: kept.parked ?? null,
    openSince: now,
    dueAt: kept.parked === undefined ? now : null,
  }) as const satisfies Change;
