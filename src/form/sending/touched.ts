import { useEffect, useState } from "react";

/** `key`: somebody types in the next lead. `press`: Save or Continue found an issue in it. */
type Touch = "key" | "press";
const listeners = new Set<(touch: Touch) => void>();

export const notifyTouched = (touch: Touch): void => {
  for (const listen of [...listeners]) listen(touch);
};

/** Whether there are listeners. Callers use it to skip slow work at a key press. */
export const hasTouchListeners = (): boolean => listeners.size > 0;

/**
 * The visibility of the line about the last lead, once that lead `isDone`. The first key in the next lead hides the
 * line. It keeps its space until the box loses the focus, so that nothing moves while somebody types.
 */
export function useUntilTouched(isDone: boolean): "stands" | "hidden" | "gone" {
  const [state, setState] = useState<"stands" | "hidden" | "gone">("stands");
  useEffect(() => {
    if (!isDone || state === "gone") return;
    const onTouched = (touch: Touch) => setState(touch === "press" ? "gone" : "hidden");
    const onLeft = () => state === "hidden" && setState("gone");
    listeners.add(onTouched);
    document.addEventListener("focusout", onLeft);
    return () => {
      listeners.delete(onTouched);
      document.removeEventListener("focusout", onLeft);
    };
  }, [isDone, state]);
  return isDone ? state : "stands";
}
