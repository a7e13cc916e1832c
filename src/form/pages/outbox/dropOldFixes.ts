import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { ask, refusalOf } from "../../browser/api.ts";
import { forget } from "../../browser/device.ts";
import { keysFrom } from "../../browser/deviceKeys.ts";
import { fixes } from "../../lead/draft/fixDraft.ts";
import { groupOf } from "../../sending/states.ts";

/** Deletes the corrections on this device whose leads are in Lofty or gone: somebody else has handled them. */
export async function dropOldFixes(): Promise<void> {
  for (const key of keysFrom(fixes)) {
    const path = `/api/outbox/${encodeURIComponent(key.slice(fixes.length))}`;
    const isOver = await ask<OutboxEntry>("GET", path).then(
      (entry) => groupOf(entry) === "delivered",
      (error: unknown) => refusalOf(error)?.status === 404,
    );
    if (isOver) forget(key);
  }
}
