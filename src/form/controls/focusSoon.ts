import { idOf } from "./control.ts";

/** Frames to wait for a control whose code is still on its way. */
const patience = 120;

/** Focuses the control at a path (or the first input of its group) once React has drawn it, opening what hides it. */
export function focusSoon(path: string, left = patience): void {
  requestAnimationFrame(() => {
    if (!focusNow(path) && left > 0) focusSoon(path, left - 1);
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
