import * as z from "zod/mini";
import { consentSchema } from "./consent.ts";
import { exactTime, oneLine } from "./envelope.ts";
import { languages } from "./station.ts";

const more = { hours: z.optional(oneLine(60)), host: z.optional(oneLine(60)) };
/** An event with its text, as staff's devices make it. */
export const broughtEvent = z.strictObject({ id: oneLine(64), address: oneLine(120), date: oneLine(40), ...more });
/** Visitors name an event that the proxy knows; staff may bring one, made without a network. */
const event = z.strictObject({
  id: oneLine(64),
  address: z.optional(oneLine(120)),
  date: z.optional(oneLine(40)),
  ...more,
});

/** The body of `POST /api/leads`; `lead` is judged apart, by its station. `capturedAt` is ISO 8601 UTC. */
export const submissionSchema = z.strictObject({
  station: oneLine(40),
  /** The station as it was when the form was filled in; without it, as it is now. */
  stationVersion: z.optional(oneLine(40)),
  lead: z.record(z.string(), z.unknown()),
  capturedAt: exactTime,
  /** The event the lead was saved under; null: none. Absent from devices of an earlier version. */
  event: z.optional(z.nullable(event)),
  language: z.optional(z.enum(languages)),
  consent: z.optional(consentSchema),
});

export type Submission = z.infer<typeof submissionSchema>;

export const statuses = ["accepted", "sending", "unknown", "delivered", "confirmed", "parked"] as const;
export type Status = (typeof statuses)[number];

/** What is known of a submission: nothing personal. `leadId` is Lofty's number, in digits. */
export interface Receipt {
  readonly id: string;
  readonly status: Status;
  readonly leadId?: string;
  readonly attempts?: number;
  readonly nextAttemptAt?: string;
  readonly reason?: string;
}
