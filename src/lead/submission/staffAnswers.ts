import type { Acknowledgement } from "./acknowledgement.ts";
import type { Consent } from "./consent.ts";
import type { Issue } from "../issue.ts";
import type { JsonObject } from "../json.ts";
import type { StationEvent } from "../station/station.ts";
import type { Receipt } from "./submission.ts";
import type { Permissions, Way } from "./ways.ts";

/** The counts of a day, for a station or for one house there. */
export interface DayCounts {
  /** Parties: those who signed in and those who gave no name. */
  readonly groups: number;
  readonly signedIn: number;
  /** Of those who signed in, how many said that they work with an agent. */
  readonly withAgent: number;
  readonly waiting: number;
  readonly inLofty: number;
  readonly needsYou: number;
}

/** Counts of one house on a day. `event` is null for leads that were saved without an event. */
export interface HouseCounts extends DayCounts {
  readonly event: Pick<StationEvent, "address" | "date" | "hours"> | null;
}

/** The counts of a day at a station: `GET /api/today?station=&since=` (ISO 8601, midnight on the device). */
export interface Today extends DayCounts {
  /** The same counts by house. Events that two agents made for one house are joined. They add up to the total. */
  readonly houses: readonly HouseCounts[];
}

/** A person who signed in on a day. Answers that were not given are absent. */
export interface DayPerson extends Pick<Receipt, "id" | "status" | "leadId" | "reason"> {
  readonly name: string;
  readonly station: string;
  readonly event: Pick<StationEvent, "address" | "date"> | null;
  /** When the form was sent, ISO 8601. */
  readonly at: string;
  /** When a lead that waited on its device for more than an hour arrived here, ISO 8601. */
  readonly arrivedAt?: string;
  /** The station's tag for how warm the lead is, and its place: 0 is the hottest. */
  readonly temperature?: { readonly tag: string; readonly place: number };
  /** Whether the person works with an agent, as a buyer or as a seller. */
  readonly hasAgent?: boolean;
  readonly buyingTimeFrame?: string;
  readonly sellingTimeFrame?: string;
  /** A house must be sold before another is bought. */
  readonly sellsFirst?: boolean;
  /** What was typed, without the station's text. */
  readonly note?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly may: Permissions;
  /** When staff recorded that the person takes back all consent, ISO 8601. */
  readonly withdrawnAt?: string;
}

/**
 * `GET /api/people?station=&since=`: the people of a day, newest first, at a station or at all of them. `house` (a key of
 * event.ts, `mostHouses` times at most): only those of this house, at every station; empty: those of no house, at the
 * station. `status=parked`: only those that need a person, oldest first. `isWhole` is false when there are more.
 */
export interface DayPeople {
  readonly people: readonly DayPerson[];
  readonly isWhole: boolean;
}

/** More would not fit into an address. */
export const mostHouses = 40;

/** A value that Lofty stored differently from what was sent. `path` is Lofty's request path. */
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
  /** Empty after the answers were deleted. */
  readonly name: string;
  /** URL of a page that searches the CRM for this person. */
  readonly search?: string;
  /** The lead for correction and sending again. Only in parked entries. */
  readonly lead?: JsonObject;
  /** Why the lead could not be sent as it came (`needs-fix`). */
  readonly issues?: readonly Issue[];
  readonly differences?: readonly Difference[];
  /** This lead sets no-contact flags on a person that Lofty already had. */
  readonly forbadeContact?: boolean;
  /**
   * Another person has this phone number, or has another email of a lead that was added to a known person. They are not
   * merged; staff should check.
   */
  readonly samePhoneAs?: string;
}

/** A note that staff added to a lead later. Times are ISO 8601. */
export interface AddedNote {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  /** waiting: not in the CRM yet. unknown: sent, and the answer was lost. refused: needs a person. */
  readonly status: "waiting" | "unknown" | "posted" | "refused";
  readonly reason?: string;
}

/** Everything that we hold of a submission: `GET /api/outbox/:id/whole`. */
export interface WholeLead {
  readonly entry: OutboxEntry;
  /** The lead as it is sent, without our footer in the note. Absent when it was forgotten or cannot be read. */
  readonly sent?: JsonObject;
  readonly event?: StationEvent;
  /** ISO 8601. */
  readonly capturedAt: string;
  readonly consent?: Pick<Consent, "version" | "language" | "at" | "by">;
  readonly acknowledgement?: Pick<Acknowledgement, "version" | "language" | "at" | "name" | "agent">;
  readonly may?: Permissions;
  /** The ways that the person opted out of, in another lead or by a withdrawal. Staff can lift it. */
  readonly optedOut?: readonly Way[];
  /** When staff recorded that the person takes back all consent, ISO 8601. */
  readonly withdrawnAt?: string;
  readonly notes: readonly AddedNote[];
}

/** What the CRM holds of a lead now, with the paths of a lead: `GET /api/outbox/:id/held`. */
export interface HeldLead {
  readonly held: JsonObject;
  /** The texts of the person's notes, with our footers. */
  readonly notes: readonly string[];
}

/** `POST /api/outbox/:id/notes`: adds a note. The same id again adds nothing. */
export interface NoteToAdd {
  readonly id: string;
  readonly text: string;
}

/** The lists of the outbox, most urgent first. */
export const outboxGroups = ["needsYou", "waiting", "delivered"] as const;
export type OutboxGroup = (typeof outboxGroups)[number];

/** `GET /api/open`: how many leads are not yet in the CRM. */
export type Open = { readonly [group in Exclude<OutboxGroup, "delivered">]: number };

/** Parked leads with the same reason. */
export interface OutboxCause {
  readonly reason: string;
  /** How many are parked. */
  readonly count: number;
  /** They can be sent again together (`SendAll`): the CRM certainly has nothing of them. Else look for each first. */
  readonly canSend: boolean;
  /** How many of the current run are not yet sent. */
  readonly left?: number;
  /** The last run stopped early, because a lead failed with the same reason again. */
  readonly stopped?: boolean;
}

/** `GET /api/outbox?group=&after=`: one page of a list. `next` is the cursor of the next page. */
export interface OutboxPage {
  readonly entries: readonly OutboxEntry[];
  readonly next?: string;
}

/** Counting what is in the CRM stops here: it grows without end, and nobody needs a larger number. */
export const mostCounted = 10_000;

/** `GET /api/outbox`: the counts, and the first 50 entries of each list. `mostCounted` delivered means at least so many. */
export interface OutboxAnswer {
  readonly entries: readonly OutboxEntry[];
  readonly counts: { readonly [group in OutboxGroup]: number };
  readonly causes: readonly OutboxCause[];
  /** Leads with a note that Lofty did not take, the newest 20. */
  readonly refusedNotes?: readonly Pick<OutboxEntry, "id" | "name">[];
  /** Estimated time when the last waiting lead will be in the CRM. Only if more than a few wait. */
  readonly lastAt?: string;
  /** The environment variable whose credential Lofty refused. Nothing is sent until it is changed. */
  readonly credential?: string;
  /** Sending is paused until this time, for this reason. */
  readonly paused?: { readonly reason: string; readonly until: string };
}

/** `POST /api/outbox/:id`: staff found the lead in the CRM, did not find it, or corrected it. */
export type OutboxAction =
  | { readonly action: "in-crm"; readonly leadId?: string }
  | { readonly action: "send-again" | "discard" }
  | { readonly action: "fix"; readonly lead: JsonObject };

/** `POST /api/outbox`: sends the oldest `count` parked leads of a reason again, one at a time. */
export interface SendAll {
  readonly action: "send-all";
  readonly reason: string;
  readonly count: number;
}
