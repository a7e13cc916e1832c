import { forget } from "../device.ts";
import { isKept } from "../deviceKeys.ts";
import { keepUnsent } from "../send/keepUnsent.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { unsentAt } from "../send/unsent.ts";
import { isSettling, readJournal, settleEntry } from "./journal.ts";

let recovered: Promise<readonly Outgoing[]> | undefined;

/**
 * After a crash: leads that were saved are unsent again, and drafts of saved leads do not come back. Returns the leads
 * that were missing. Runs once a page.
 */
export const recoverUnsent = (): Promise<readonly Outgoing[]> => (recovered ??= recover());

async function recover(): Promise<readonly Outgoing[]> {
  const missing: Outgoing[] = [];
  for (const { id, draft, outgoing } of await readJournal()) {
    if (draft !== undefined) forget(draft);
    if (outgoing === undefined) continue;
    const { station } = outgoing.body;
    if (isSettling(id) || isKept(correctionKey(station, id))) {
      void settleEntry(id, draft);
    } else if (unsentAt(station).every((other) => other.id !== id)) {
      keepUnsent(outgoing);
      missing.push(outgoing);
    }
  }
  return missing;
}

/** Where a refused submission is corrected. */
export const correctionKey = (station: string, id: string) => `correction:${station}:${id}`;
