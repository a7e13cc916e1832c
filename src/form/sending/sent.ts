import type { Receipt } from "#lead/submission/submission.ts";
import type { Problem } from "../browser/api.ts";
import { heldMs, type Need, type Phase, type Queued } from "./queue/entry.ts";

/** The state of a submission, for its screen. */
export interface Sent {
  readonly receipt: Receipt | undefined;
  /** The proxy refused it and stored nothing. */
  readonly problem: Problem | undefined;
  /** What it waits for in this browser. It is retried. */
  readonly need: Need | undefined;
  /** False: the browser has not stored it. */
  readonly isOnDisk: boolean;
  /** Its answers are in a draft. It is not sent meanwhile. */
  readonly isEdited: boolean;
  /** For how long it can still be undone, in milliseconds. */
  readonly undoMs: number;
}

/** The state of an entry of the queue, as its screen needs it. */
export const sentOf = (phase: Phase | undefined, entry: Queued | undefined): Sent => ({
  receipt: phase?.is === "received" ? phase.receipt : undefined,
  problem: phase?.is === "refused" ? phase.problem : undefined,
  need: phase?.is === "waiting" ? phase.need : undefined,
  isOnDisk: entry?.isOnDisk ?? true,
  isEdited: entry?.isEdited === true,
  undoMs: entry && !entry.hasBegun && phase?.is === "saved" ? heldMs(entry) : 0,
});
