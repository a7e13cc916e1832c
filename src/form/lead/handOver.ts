import { settleEntry, writeAhead } from "../sending/journal.ts";
import { keepUnsent } from "../send/keepUnsent.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { type Draft } from "./draft.ts";
import { endDraft, letGo } from "./endDraft.ts";
import { freeze } from "./freeze.ts";

/**
 * From here on a draft is a submission: a reload sends it again under its id, and never as a second lead. The draft goes
 * once the submission is on disk; where it cannot be kept, the draft stays until the proxy has it (keepUnsent.ts).
 */
export async function handOver(draft: Draft | undefined, ...judged: Parameters<typeof freeze>): Promise<Outgoing> {
  const frozen = freeze(...judged);
  if (!draft) return frozen;
  const saved = { ...frozen, draft: draft.key };
  const isKept = keepUnsent(saved);
  const isOnDisk = await writeAhead(saved);
  if (isOnDisk || isKept) endDraft(draft);
  else letGo(draft);
  void settleCorrection(draft.key);
  return saved;
}

/** A refused lead that was saved again, or thrown away, is not sent by itself again. */
export async function settleCorrection(key: string): Promise<void> {
  const id = /^correction:.*:(.*)$/.exec(key)?.[1];
  if (id !== undefined) await settleEntry(id, key);
}

/** Nobody wants the lead any more. */
export function throwAway(draft: Draft | undefined): void {
  endDraft(draft);
  if (draft) void settleCorrection(draft.key);
}
