import * as z from "zod/mini";
import { consentSchema } from "./consent.ts";
import { languages } from "./station.ts";

/** The body of `POST /api/leads`; `lead` is judged apart, by its station. `capturedAt` is ISO 8601 UTC. */
export const submissionSchema = z.strictObject({
  station: z.string().check(z.minLength(1), z.maxLength(40)),
  lead: z.record(z.string(), z.unknown()),
  capturedAt: z.iso.datetime(),
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
