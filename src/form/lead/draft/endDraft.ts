import { forget } from "../../browser/device.ts";
import { eventKey, hold, inHand, type Draft } from "./draft.ts";

/** Opens a draft in the form, over the current one. */
export const takeInHand = (station: string, key: string): void =>
  hold(station, [...inHand(station).filter((other) => other !== key), key]);

export function forgetDraft(draft: Draft | undefined): void {
  if (draft) forget(draft.key);
}

const ended = new WeakSet<Draft>();

/**
 * Ends a draft whose lead was handed over. A box that still writes when it is removed does not create the draft again.
 */
export function letGo(draft: Draft): void {
  ended.add(draft);
  hold(
    draft.station,
    inHand(draft.station).filter((key) => key !== draft.key),
  );
}

/** Ends and deletes a draft. Its lead is stored elsewhere or was thrown away. */
export function endDraft(draft: Draft | undefined): void {
  if (draft) {
    letGo(draft);
    forget(eventKey(draft.key));
  }
  forgetDraft(draft);
}

export const hasEnded = (draft: Draft) => ended.has(draft);
