import type { Receipt } from "#lead/submission/submission.ts";
import type { Credential } from "../crm/credential.ts";
import type { Entry } from "../store/outbox.ts";

/** Returns an accepted entry with the reason why nothing is sent now, if there is one. */
export const heldBy = (entry: Entry, credential: Credential): Entry =>
  entry.status === "accepted" && credential.state() === "refused" ? { ...entry, reason: "credentials" } : entry;

/** Returns the public state of a submission, without personal data. */
export const receipt = ({ id, status, leadId, attempts, dueAt, reason }: Entry): Receipt => ({
  id,
  status,
  ...(leadId === null ? {} : { leadId }),
  attempts,
  ...(dueAt === null ? {} : { nextAttemptAt: new Date(dueAt).toISOString() }),
  ...(reason === null ? {} : { reason }),
});

/** The receipt for visitors: the same for every submission, whatever its state. */
export const visitorsReceipt = ({ id }: Pick<Entry, "id">): Response =>
  Response.json({ id, status: "accepted" } satisfies Receipt, { status: 202 });
