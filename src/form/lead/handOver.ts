import { keepUnsent } from "../send/keepUnsent.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { endDraft, type Draft } from "./draft.ts";
import { freeze } from "./freeze.ts";

/** From here on a draft is a submission: a reload sends it again under its id, and never as a second lead. */
export function handOver(draft: Draft | undefined, ...judged: Parameters<typeof freeze>): Outgoing {
  const frozen = freeze(...judged);
  if (draft) keepUnsent(frozen);
  endDraft(draft);
  return frozen;
}
