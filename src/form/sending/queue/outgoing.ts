import type { SealedSubmission } from "#lead/submission/sealed.ts";
import type { Receipt, Submission } from "#lead/submission/submission.ts";
import { ask } from "../../browser/api.ts";

/**
 * A submission with its idempotency key. It does not change after Save, so sending it again never makes a second lead.
 */
export interface Outgoing {
  readonly id: string;
  readonly body: Submission;
  /** The key of the lead's draft, on a device of staff. */
  readonly draft?: string;
}

export type Body = Submission | SealedSubmission;

/** The name of the person in a submission. Empty if it is sealed. */
export const nameOf = (body: Body | undefined): string =>
  body && "lead" in body ? [body.lead["firstName"], body.lead["lastName"]].filter(Boolean).join(" ") : "";

/**
 * Sends a submission. Throws unless the response is the proxy's receipt for this id. `isLeaving`: the page may be
 * closed before the response.
 */
export async function post(
  { id, body, isImport }: { readonly id: string; readonly body: Body; readonly isImport?: true },
  isLeaving = false,
): Promise<Receipt> {
  const headers = { "idempotency-key": id, ...(isImport && { "foyer-import": "1" }) };
  const receipt = await ask<Receipt>("POST", "/api/leads", body, headers, { keepalive: isLeaving });
  if (receipt.id !== id) throw new Error("answer to another submission");
  return receipt;
}

export const receiptOf = (id: string) => ask<Receipt>("GET", `/api/leads/${id}`);
