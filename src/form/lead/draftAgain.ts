import { keep } from "../device.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { dropUnsent } from "../send/keepUnsent.ts";
import type { FormStation } from "../station/useStation.ts";
import { correctionsAt, type Draft } from "./draft.ts";
import { keepDraft } from "./keepDraft.ts";

/** A submission that was refused is a draft again: it is kept as one before it leaves the unsent. */
export function draftAgain(station: FormStation, refused: Outgoing, answers: object): Draft {
  const draft: Draft = { key: `correction:${refused.id}`, onDevice: true };
  keepDraft(draft, answers);
  keep(`corrections:${station.id}`, [...correctionsAt(station), draft.key]);
  dropUnsent(refused);
  return draft;
}
