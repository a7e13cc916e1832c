import type { Receipt, Submission } from "#lead/submission.ts";
import { ask } from "../api.ts";

/** A submission as it leaves: frozen under the key made for it, so that however often it is sent it is one lead. */
export interface Outgoing {
  readonly id: string;
  readonly body: Submission;
  /** The key of the draft that it was, on a staff device. */
  readonly draft?: string;
}

/** Who the lead is about. */
export const nameOf = ({ body: { lead } }: Outgoing): string =>
  [lead["firstName"], lead["lastName"]].filter(Boolean).join(" ");

/** Only the proxy's own answer about this very submission counts as saved. */
export async function post({ id, body }: Outgoing): Promise<Receipt> {
  const receipt = await ask<Receipt>("POST", "/api/leads", body, { "idempotency-key": id });
  if (receipt.id !== id) throw new Error("answer to another submission");
  return receipt;
}

export const receiptOf = (id: string) => ask<Receipt>("GET", `/api/leads/${id}`);
