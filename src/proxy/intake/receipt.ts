import type { Receipt } from "#lead/submission.ts";
import type { Credential } from "../delivery/credential.ts";
import type { Entry } from "../store/outbox.ts";

/** An entry with the reason for which nothing is sent now, where it would be sent otherwise. */
export const heldBy = (entry: Entry, credential: Credential): Entry =>
  entry.status === "accepted" && credential.state() === "refused" ? { ...entry, reason: "credentials" } : entry;

/** What is told of a submission: nothing personal. */
export const receipt = ({ id, status, leadId, attempts, dueAt, reason }: Entry): Receipt => ({
  id,
  status,
  ...(leadId === null ? {} : { leadId }),
  attempts,
  ...(dueAt === null ? {} : { nextAttemptAt: new Date(dueAt).toISOString() }),
  ...(reason === null ? {} : { reason }),
});

/** What a visitor is told: the same of every submission, whoever it is of and whatever became of it. */
export const visitorsReceipt = ({ id }: Pick<Entry, "id">): Response =>
  Response.json({ id, status: "accepted" } satisfies Receipt, { status: 202 });
