import { idOf } from "./control.ts";

/** Frames to wait for a control whose code is still on its way. */
const patience = 120;

/**
 * Focuses the control at a path (or the first input of its group) once React has drawn it, opening what hides it.
 * `selects`: its text is selected, as Tab selects it.
 */
export function focusSoon(path: string, selects = false, left = patience): void {
  requestAnimationFrame(() => {
    const isFound = focusNow(path);
    if (!isFound && left > 0) focusSoon(path, selects, left - 1);
    const box = document.activeElement;
    if (isFound && selects && (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) box.select();
  });
}

/** The same for a control that is drawn; false when it is not. */
export function focusNow(path: string): boolean {
  // What is wrong with one word of a set is mended where the words are typed.
  const found = document.getElementById(idOf(path)) ?? document.getElementById(idOf(path.replace(/\.\d+$/, "")));
  const hidden = found?.closest("details");
  if (hidden) hidden.open = true;
  const input = found?.matches("input, textarea, select, button")
    ? found
    : found?.querySelector<HTMLElement>("input, textarea, select, button");
  input?.focus();
  return input != null;
}
