import * as z from "zod/mini";
import { acknowledgementSchema } from "./acknowledgement.ts";
import { consentSchema } from "./consent.ts";
import { exactTime, oneLine } from "./envelope.ts";
import { languages } from "../languages.ts";

const more = { hours: z.optional(oneLine(60)), host: z.optional(oneLine(60)) };
/** An event with its text, as staff's devices create it. */
export const broughtEvent = z.strictObject({ id: oneLine(64), address: oneLine(120), date: oneLine(40), ...more });
/** Visitors send the id of an event that the proxy knows. Staff may send a new event that was created offline. */
const event = z.strictObject({
  id: oneLine(64),
  address: z.optional(oneLine(120)),
  date: z.optional(oneLine(40)),
  ...more,
});

/** The body of `POST /api/leads`. `lead` is validated separately, by its station. `capturedAt` is ISO 8601 UTC. */
export const submissionSchema = z.strictObject({
  station: oneLine(40),
  /** The version of the station when the form was filled in. If absent, the current version counts. */
  stationVersion: z.optional(oneLine(40)),
  lead: z.record(z.string(), z.unknown()),
  capturedAt: exactTime,
  /** The event that the lead was saved under; null: no event. Absent from older devices. */
  event: z.optional(z.nullable(event)),
  language: z.optional(z.enum(languages)),
  consent: z.optional(consentSchema),
  /** The person said to have read the station's agency text. */
  acknowledgement: z.optional(acknowledgementSchema),
  /** How many people came together. Lofty has no field for it: it goes into the note. */
  party: z.optional(z.int().check(z.minimum(2), z.maximum(99))),
  /** Marks of a form on a web page: when it was opened, signed by the proxy, and the text in its hidden box. */
  form: z.optional(z.strictObject({ opened: z.optional(z.string()), trap: z.optional(z.string()) })),
});

export type Submission = z.infer<typeof submissionSchema>;

export const statuses = ["accepted", "sending", "unknown", "delivered", "confirmed", "parked"] as const;
export type Status = (typeof statuses)[number];

/** The state of a submission, without personal data. `leadId` is Lofty's id, in digits. */
export interface Receipt {
  readonly id: string;
  readonly status: Status;
  readonly leadId?: string;
  readonly attempts?: number;
  readonly nextAttemptAt?: string;
  readonly reason?: string;
}
