import type { StationEvent } from "#lead/station.ts";
import { keep } from "../device.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { dropUnsent } from "../send/keepUnsent.ts";
import type { FormStation } from "../station/useStation.ts";
import { correctionsAt, eventKey, type Draft } from "./draft.ts";
import { keepDraft } from "./keepDraft.ts";

/** A submission that was refused is a draft again: it is kept as one before it leaves the unsent. */
export function draftAgain(station: FormStation, refused: Outgoing, answers: object): Draft {
  const key = `correction:${refused.id}`;
  // Staff's leads bring the whole event.
  const under = refused.body.event as StationEvent | null | undefined;
  const draft: Draft = { key, onDevice: true, ...(under !== undefined && { event: under }) };
  keepDraft(draft, answers);
  if (under !== undefined) keep(eventKey(key), under);
  keep(`corrections:${station.id}`, [...correctionsAt(station), draft.key]);
  dropUnsent(refused);
  return draft;
}
