import type { Receipt } from "#lead/submission/submission.ts";
import type { Need } from "./entry.ts";

/** What all tabs must know and the disk does not say. */
export type News =
  | { readonly is: "changed" }
  | { readonly is: "attempt"; readonly id: string; readonly attempt: "sending" | Need | undefined }
  | { readonly is: "received"; readonly id: string; readonly receipt: Receipt }
  | { readonly is: "removed"; readonly id: string }
  | { readonly is: "cleared" };

/** Carries the news to the other tabs. Undefined in a browser without channels. */
export const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("foyer-queue");

/** Calls `run` when another tab sends or changes something: it is not frozen. Returns an unsubscribe function. */
export function onOtherTab(run: () => void): () => void {
  channel?.addEventListener("message", run);
  return () => channel?.removeEventListener("message", run);
}
