import type { JsonObject } from "./json.ts";
import type { StationEvent } from "./station.ts";
import type { Receipt } from "./submission.ts";

/** One earlier submission with an email or phone that is being entered now: `POST /api/duplicates` → `{matches}`. */
export interface Match extends Pick<Receipt, "id" | "status" | "leadId"> {
  readonly by: "email" | "phone";
  /** The email or phone as it was asked about. */
  readonly value: string;
  readonly name: string;
  readonly initials: string;
  readonly station: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The counts of a day, at a station or at one house there. */
export interface DayCounts {
  /** Parties: those who signed in and those who gave no name. */
  readonly groups: number;
  readonly signedIn: number;
  /** Of those signed in, how many said they work with an agent. */
  readonly withAgent: number;
  readonly waiting: number;
  readonly inLofty: number;
  readonly needsYou: number;
}

/** One house of a day; null: leads that were saved without an event. */
export interface HouseCounts extends DayCounts {
  readonly event: Pick<StationEvent, "address" | "date"> | null;
}

/** The counts of a day at a station: `GET /api/today?station=&since=` (ISO 8601, the device's midnight). */
export interface Today extends DayCounts {
  /** The same by house, whoever made the event. They add up to the whole. */
  readonly houses: readonly HouseCounts[];
}

/** A value that Lofty holds otherwise than it was sent. `path` is Lofty's request path. */
export interface Difference {
  readonly path: string;
  readonly sent: string;
  readonly stored: string;
}

/** A submission as staff see it: `GET /api/outbox/:id`. Times are ISO 8601. */
export interface OutboxEntry extends Receipt {
  readonly station: string;
  readonly acceptedAt: string;
  readonly changedAt: string;
  /** Empty once the answers were forgotten. */
  readonly name: string;
  /** A page that searches the CRM for this person. */
  readonly search?: string;
  /** What can be corrected and sent again: parked entries only. */
  readonly lead?: JsonObject;
  readonly differences?: readonly Difference[];
  /** The person whom Lofty knew is not to be contacted from now on: this lead said so. */
  readonly forbadeContact?: boolean;
  /** Another person has this phone number, or another email of a lead that was added: not merged, but worth a look. */
  readonly samePhoneAs?: string;
}

/** The outbox's lists, in the order in which they want attention. */
export const outboxGroups = ["needsYou", "waiting", "delivered"] as const;
export type OutboxGroup = (typeof outboxGroups)[number];

/** Parked leads with one reason that can be sent again together (`SendAll`). */
export interface OutboxCause {
  readonly reason: string;
  /** How many are parked. */
  readonly count: number;
  /** How many of a run are not sent yet. */
  readonly left?: number;
  /** The last run ended early: one of them met the same reason again. */
  readonly stopped?: boolean;
}

/** `GET /api/outbox?group=&after=`: a page of a list. `next` is the cursor of the page after it. */
export interface OutboxPage {
  readonly entries: readonly OutboxEntry[];
  readonly next?: string;
}

/** `GET /api/outbox`: how many there are, and the first 50 of each list. */
export interface OutboxAnswer {
  readonly entries: readonly OutboxEntry[];
  readonly counts: { readonly [group in OutboxGroup]: number };
  readonly causes: readonly OutboxCause[];
  /** About when the last waiting lead will be in the CRM; only when more than a few wait. */
  readonly lastAt?: string;
  /** The environment variable whose credential Lofty refused: nothing is sent until it is another one. */
  readonly credential?: string;
  /** Nothing is sent before this time, and why. */
  readonly paused?: { readonly reason: string; readonly until: string };
}

/** `GET /api/recognition`: whether Lofty's look-ups by email work with our credential; null while that is not known. */
export interface RecognitionAnswer {
  readonly works: boolean | null;
}

/** `POST /api/outbox/:id`: it was found in the CRM, it was not, or it was corrected. */
export type OutboxAction =
  | { readonly action: "in-crm"; readonly leadId?: string }
  | { readonly action: "send-again" }
  | { readonly action: "fix"; readonly lead: JsonObject };

/** `POST /api/outbox`: the oldest `count` parked leads of a reason are sent again, one at a time. */
export interface SendAll {
  readonly action: "send-all";
  readonly reason: string;
  readonly count: number;
}
