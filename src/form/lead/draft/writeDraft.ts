import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Draft } from "./draft.ts";
import { hasEnded } from "./endDraft.ts";

/** A crash loses at most this much typing. */
const withinMs = 250;

interface Pending {
  readonly draft: Draft;
  readonly write: () => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Only one write can wait: a page has one draft in its form. */
let pending: Pending | undefined;

/** Runs `write` within 250 ms. Writing at every key would cost too much time. */
export function writeSoon(draft: Draft, write: () => void): void {
  if (pending?.draft === draft) return;
  writeNow();
  pending = { draft, write, timer: setTimeout(writeNow, withinMs) };
}

/** Runs the pending write now. Skips it if the draft has ended: then its lead was sent or thrown away. */
export function writeNow(): void {
  const due = pending;
  dropWrite();
  if (due && !hasEnded(due.draft)) due.write();
}

/** Cancels the pending write: another tab has written or ended the draft. */
export function dropWrite(): void {
  clearTimeout(pending?.timer);
  pending = undefined;
}

/** Writes when the page is hidden or left, because it may never be shown again. Returns an unsubscribe function. */
export function watchLeaving(): () => void {
  const hidden = () => {
    if (document.visibilityState === "hidden") writeNow();
  };
  window.addEventListener("pagehide", writeNow);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    window.removeEventListener("pagehide", writeNow);
    document.removeEventListener("visibilitychange", hidden);
  };
}

/**
 * Runs `write` within 250 ms of a change of the form, and when the page is hidden or left. Returns an unsubscribe
 * function, which runs the pending write.
 */
export function keepWriting(form: UseFormReturn<FieldValues>, draft: Draft, write: () => void): () => void {
  const stops = [
    form.subscribe({ formState: { values: true }, callback: () => writeSoon(draft, write) }),
    watchLeaving(),
    writeNow,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
