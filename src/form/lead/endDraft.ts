import { forget } from "../device.ts";
import { eventKey, hold, inHand, type Draft } from "./draft.ts";

/** Puts a draft into the form, over the one that is there. */
export const takeInHand = (station: string, key: string): void =>
  hold(station, [...inHand(station).filter((other) => other !== key), key]);

export function forgetDraft(draft: Draft | undefined): void {
  if (draft) forget(draft.key);
}

const ended = new WeakSet<Draft>();

/** The lead was handed over: what a box still says on its way out does not bring the draft back. */
export function letGo(draft: Draft): void {
  ended.add(draft);
  hold(
    draft.station,
    inHand(draft.station).filter((key) => key !== draft.key),
  );
}

/** The lead is safe elsewhere, or thrown away. */
export function endDraft(draft: Draft | undefined): void {
  if (draft) {
    letGo(draft);
    forget(eventKey(draft.key));
  }
  forgetDraft(draft);
}

export const hasEnded = (draft: Draft) => ended.has(draft);
