import { forget, recall } from "../../browser/device.ts";
import { isKept, keysFrom, restoreKept } from "../../browser/deviceKeys.ts";
import type { Outgoing } from "./outgoing.ts";
import { correctionKey } from "./entry.ts";
import { change, enqueue, queued, refresh } from "./queue.ts";

let recovered: Promise<void> | undefined;

/**
 * Loads the queue. After a crash: puts back what localStorage lost, removes drafts whose leads are in it, and queues a lead again whose correction was
 * lost. Runs once per page load.
 */
export const recover = (): Promise<void> => (recovered ??= run());

async function run(): Promise<void> {
  await restoreKept();
  await refresh();
  await moveOlder();
  for (const { id, station, draft, isEdited, problem } of queued()) {
    const isInDraft = isEdited && isKept(correctionKey(station, id));
    if (draft !== undefined && !isInDraft) forget(draft);
    // A refused lead is tried again: its station may have changed.
    if ((isEdited && !isInDraft) || problem)
      await change(id, (now) => {
        const { isEdited: _edited, problem: _problem, ...again } = now;
        return isInDraft ? now : again;
      });
  }
}

/** Queues leads that an earlier Foyer stored in localStorage. */
async function moveOlder(): Promise<void> {
  for (const key of keysFrom("unsent:")) {
    const waiting = recall<readonly Outgoing[]>(key) ?? [];
    const known = new Set(queued().map(({ id }) => id));
    const isMoved = await Promise.all(
      waiting
        .filter(({ id }) => !known.has(id))
        .map(({ id, draft, body }) => {
          const savedAt = Date.parse(body.capturedAt) || Date.now();
          return enqueue({ id, station: body.station, savedAt, body, ...(draft && { draft }) });
        }),
    );
    if (isMoved.every(Boolean)) forget(key);
  }
}
