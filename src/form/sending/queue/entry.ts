import type { Receipt } from "#lead/submission/submission.ts";
import type { Problem } from "../../browser/api.ts";
import type { Body } from "./outgoing.ts";

/** A submission that waits in this browser, or the mark of one that has gone. */
export interface Entry {
  /** The idempotency key: sending an entry again never makes a second lead. */
  readonly id: string;
  readonly station: string;
  /** Milliseconds since 1970, by the clock of this device. The oldest goes first. */
  readonly savedAt: number;
  /** The key of the lead's draft. A crash must not bring it back, whether the lead is delivered or not. */
  readonly draft?: string | undefined;
  /** Absent once the proxy has it. */
  readonly body?: Body;
  /** Not sent before this time, in milliseconds since 1970. */
  readonly notBefore?: number;
  /** Keyed in from paper or a file: it is sent to Lofty after all others. */
  readonly isImport?: true;
  /** An attempt has begun: the proxy may have it. */
  readonly hasBegun?: true;
  /** The proxy refused it and stored nothing. It is sent again when the page is opened again. */
  readonly problem?: Problem;
  /** Its answers are in a draft (correctionKey). It is not sent meanwhile. */
  readonly isEdited?: true;
}

export const isSame = (one: Entry | undefined, other: Entry | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Whether a correction was saved after `sent` was posted. A correction that is still open does not change the body.
 * Sealing changes the body too, but that is no correction.
 */
export const hasOtherBody = ({ body }: Entry, sent: Body): boolean =>
  body !== undefined && "lead" in body && "lead" in sent && JSON.stringify(body) !== JSON.stringify(sent);

/** The mark of an entry that is gone. It stays for a day if it has a draft that must not come back. */
export const markOf = ({ id, station, savedAt, draft }: Entry): Entry | undefined =>
  draft === undefined ? undefined : { id, station, savedAt, draft };

/** What an entry waits for when its last attempt failed. */
export type Need = "network" | "busy" | "sign-in";

/** The state of an entry in this browser. */
export type Phase =
  | { readonly is: "saved" | "sending" }
  | { readonly is: "waiting"; readonly need: Need }
  | { readonly is: "refused"; readonly problem: Problem }
  | { readonly is: "received"; readonly receipt: Receipt };

export interface Queued extends Entry {
  readonly phase: Phase;
  /** False: the browser has not stored it. It is lost if the page is closed before it is sent. */
  readonly isOnDisk: boolean;
  /** This page has added it, not an earlier one or another tab. */
  readonly isOfThisPage: boolean;
}

/** Longer than any hold. A clock that was changed may make a hold look longer. */
const longestHoldMs = 900_000;

/** How long the entry must still be held back, in milliseconds; 0: it may be sent. */
export function heldMs({ notBefore = 0 }: Entry, now = Date.now()): number {
  const leftMs = notBefore - now;
  return leftMs > longestHoldMs ? 0 : Math.max(0, leftMs);
}

/** Whether the proxy does not have the entry yet: it waits to be sent, or is being corrected. */
export const isUnsent = ({ body, phase }: Queued): boolean => body !== undefined && phase.is !== "received";

/** Whether the entry is sent without a person's doing: it is not being corrected, and was not refused. */
export const isWaiting = (entry: Queued): boolean => isUnsent(entry) && !entry.isEdited && !entry.problem;

/** Whether the entry is only in the memory of a page. */
export const isInMemory = (entry: Queued): boolean => isUnsent(entry) && !entry.isOnDisk;

/** The key of the draft in which an entry is corrected. */
export const correctionKey = (station: string, id: string) => `correction:${station}:${id}`;

/** The id of the entry that a draft corrects. */
export const correctedId = (draft: string): string | undefined => /^correction:.*:(.*)$/.exec(draft)?.[1];
