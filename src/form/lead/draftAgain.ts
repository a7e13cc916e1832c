import type { StationEvent } from "#lead/station.ts";
import { keep } from "../device.ts";
import { dropUnsent } from "../send/keepUnsent.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { correctionKey } from "../sending/recoverUnsent.ts";
import type { FormStation } from "../station/useStation.ts";
import { eventKey, type Draft } from "./draft.ts";
import { takeInHand } from "./endDraft.ts";
import { keepDraft } from "./keepDraft.ts";

/** A submission that was refused is a draft again: it is kept as one before it leaves the unsent. */
export function draftAgain({ id: station }: FormStation, refused: Outgoing, answers: object): Draft {
  const key = correctionKey(station, refused.id);
  // Staff's leads bring the whole event.
  const event = refused.body.event as StationEvent | null | undefined;
  const draft: Draft = { key, station, onDevice: true, ...(event !== undefined && { event }) };
  keepDraft(draft, answers);
  if (event !== undefined) keep(eventKey(key), event);
  takeInHand(station, key);
  dropUnsent(refused);
  return draft;
}
