import { isVisited } from "#lead/station/allowed.ts";
import { correctedId, type Entry } from "../../sending/queue/entry.ts";
import { release } from "../../sending/queue/hold.ts";
import { enqueue, remove } from "../../sending/queue/queue.ts";
import { wake } from "../../sending/queue/sender.ts";
import { enqueueSealed } from "../../sending/sealBody.ts";
import type { Outgoing } from "../../sending/queue/outgoing.ts";
import { type Draft } from "./draft.ts";
import { endDraft, letGo } from "./endDraft.ts";
import { toSubmission } from "./toSubmission.ts";
import { writeNow } from "./writeDraft.ts";

const undoMs = 5_000;

/**
 * Turns a draft into a submission and queues it. The draft is deleted once the submission is on disk. If it cannot be
 * stored, the draft stays until the proxy has the lead. A corrected lead keeps its id: if the proxy has it after all, it
 * never becomes a second lead.
 */
export async function handOver(
  draft: Draft | undefined,
  ...judged: Parameters<typeof toSubmission>
): Promise<Outgoing> {
  const frozen = toSubmission(...judged);
  const [, station] = judged;
  // A lead that the proxy already has is corrected: its page sends the correction (FixPage.tsx).
  if (!draft && !isVisited(station)) return frozen;
  const { id: newId, body } = frozen;
  const id = (draft && correctedId(draft.key)) ?? newId;
  const saved: Outgoing = { id, body, ...(draft && { draft: draft.key }) };
  // If the submission cannot be stored, only the draft is left: write it now.
  if (draft) writeNow();
  const savedAt = Date.now();
  // An agent can undo for this time (SavedNotice.tsx). A desk sees the receipt at once.
  const held = station.profile === "agent" && { notBefore: savedAt + undoMs };
  const isOnDisk = await queue({ ...saved, station: body.station, savedAt, ...held }, saved, station);
  if (draft && isOnDisk) endDraft(draft);
  else if (draft) letGo(draft);
  // In memory only: it goes at once, and cannot be undone.
  if (held && !isOnDisk) void release(id);
  void wake();
  return saved;
}

async function queue(entry: Entry, saved: Outgoing, station: Parameters<typeof toSubmission>[1]): Promise<boolean> {
  if (!isVisited(station)) return enqueue(entry);
  // The next person at this browser must find no trace of it: only its sealed form is stored.
  void enqueueSealed(entry, saved.body, station.sealTo);
  return false;
}

/** Ends an entry whose correction was deleted: it must not be sent. */
export async function settleCorrection(key: string): Promise<void> {
  const id = correctedId(key);
  if (id !== undefined) await remove(id);
}

/** Deletes a draft that the person threw away. */
export function throwAway(draft: Draft | undefined): void {
  endDraft(draft);
  if (draft) void settleCorrection(draft.key);
}
