import { idOf } from "./control.ts";

/** Focuses the control at a path (or the first input of its group) once React has drawn it, opening what hides it. */
export function focusSoon(path: string): void {
  requestAnimationFrame(() => {
    const found = document.getElementById(idOf(path));
    const hidden = found?.closest("details");
    if (hidden) hidden.open = true;
    const input = found?.matches("input, textarea, select")
      ? found
      : found?.querySelector<HTMLElement>("input, textarea, select, button");
    input?.focus();
  });
}
