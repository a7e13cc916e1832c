import { idOf } from "./control.ts";

type Open = (path: string) => void;
const folds = new Set<Open>();

/**
 * Calls `open` with the path of each control that should get the focus but is not rendered yet. Returns an unsubscribe
 * function.
 */
export function onFocusUndrawn(open: Open): () => void {
  folds.add(open);
  return () => folds.delete(open);
}

/** The number of frames to wait for a control whose code is still loading. */
const mostTries = 120;

let isQuiet = false;

/** Runs `run` without any calls of `focusSoon`, because somebody is typing in another box. */
export function withoutFocus(run: () => void): void {
  isQuiet = true;
  run();
  isQuiet = false;
}

/**
 * Focuses the control at a path (or the first input of its group) as soon as it is rendered, and opens the fold around
 * it. `selects`: also selects its text, as Tab does.
 */
export function focusSoon(path: string, selects = false, left = mostTries): void {
  if (isQuiet) return;
  requestAnimationFrame(() => {
    const isFound = focusNow(path);
    if (!isFound && left > 0) focusSoon(path, selects, left - 1);
    const box = document.activeElement;
    if (isFound && selects && (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) box.select();
  });
}

/** Focuses the control at a path now. Returns false if it is not rendered. */
export function focusNow(path: string): boolean {
  // An error of one word in a set is fixed in the box of the set.
  const found = document.getElementById(idOf(path)) ?? document.getElementById(idOf(path.replace(/\.\d+$/, "")));
  if (!found) for (const open of folds) open(path);
  const hidden = found?.closest("details");
  if (hidden) hidden.open = true;
  const input = found?.matches("input, textarea, select, button")
    ? found
    : found?.querySelector<HTMLElement>("input, textarea, select, button");
  input?.focus();
  return input != null;
}
