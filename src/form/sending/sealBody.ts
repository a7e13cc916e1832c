import type { SealedSubmission, SealingKey } from "#lead/submission/sealed.ts";
import type { Submission } from "#lead/submission/submission.ts";
import type { Entry } from "./queue/entry.ts";
import { enqueue, enqueueHere, entryOfThisPage } from "./queue/queue.ts";

/** Loads what sealing needs: when a lead is saved there may be no network. */
export const loadSealing = () => import("./seal.ts");

/**
 * Puts a visitor's entry into the queue of this page, and its sealed form on disk, where this device cannot read it. It
 * stays in memory only where that is not possible, or if it has another body by then. Resolves when it is on disk or
 * stays in memory.
 */
export async function enqueueSealed(entry: Entry, body: Submission, sealTo: SealingKey | undefined): Promise<void> {
  enqueueHere({ ...entry, body });
  const sealedBody = await sealed(body, sealTo);
  const now = entryOfThisPage(entry.id);
  if (sealedBody && now?.body === body) await enqueue({ ...now, body: sealedBody });
}

/** Undefined if the station has no key or the page has no secure context. */
async function sealed(body: Submission, sealTo: SealingKey | undefined): Promise<SealedSubmission | undefined> {
  const { station, stationVersion, capturedAt, ...content } = body;
  if (!sealTo || stationVersion === undefined || !window.isSecureContext) return undefined;
  try {
    const { seal } = await loadSealing();
    return { station, stationVersion, capturedAt, sealed: await seal(content, sealTo) };
  } catch (error) {
    reportError(error);
    return undefined;
  }
}
