import type { StationEvent } from "#lead/station/station.ts";
import { keep } from "../../browser/device.ts";
import type { Submission } from "#lead/submission/submission.ts";
import { change } from "../../sending/queue/queue.ts";
import { correctionOf, eventKey, type Draft } from "./draft.ts";
import { takeInHand } from "./endDraft.ts";
import { keepDraft } from "./keepDraft.ts";
import { writeNow, writeSoon } from "./writeDraft.ts";

/**
 * Turns a queued submission into a draft again. The queue keeps the submission until the correction is saved, because a
 * crash may lose the draft.
 */
export function reopenAsDraft(id: string, { station, event }: Submission, answers: object): Draft {
  // Leads of staff contain the whole event.
  const whole = event as StationEvent | null | undefined;
  const draft: Draft = { ...correctionOf(station, id), ...(whole !== undefined && { event: whole }) };
  const { key } = draft;
  writeSoon(draft, () => keepDraft(draft, answers));
  writeNow();
  if (whole !== undefined) keep(eventKey(key), whole);
  takeInHand(station, key);
  void change(id, ({ problem: _problem, draft: _draft, ...rest }) => ({ ...rest, isEdited: true }));
  return draft;
}
