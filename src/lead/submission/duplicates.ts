import type { Receipt } from "./submission.ts";
import type { Way } from "./ways.ts";

/** An earlier submission with the email or phone that is being typed. */
export interface Match extends Pick<Receipt, "id" | "status" | "leadId"> {
  readonly by: "email" | "phone";
  /** The email or phone as it was sent in the request. */
  readonly value: string;
  readonly name: string;
  readonly initials: string;
  readonly station: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What the person with an email or phone has opted out of. */
export interface KnownOptOut {
  /** The email or phone as it was sent in the request. */
  readonly value: string;
  readonly ways: readonly Way[];
}

/** `POST /api/duplicates` {emails, phones}: what the proxy knows of the people who have them. */
export interface DuplicatesAnswer {
  readonly matches: readonly Match[];
  /** Absent from older proxies. */
  readonly optOuts?: readonly KnownOptOut[];
}
