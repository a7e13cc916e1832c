import { useEffect, useState } from "react";

/** `key`: the next lead is being answered. `press`: a press on Save or Continue found something to fix in it. */
type Touch = "key" | "press";
const touched = "foyer:touched";

export const tellTouched = (touch: Touch) => window.dispatchEvent(new CustomEvent(touched, { detail: touch }));

/**
 * Whether a line about the last lead still stands, once it `isDone`: it goes at the first key of the next one. It keeps
 * its room until that box is left, so that nothing moves under what is being typed.
 */
export function useUntilTouched(isDone: boolean): "stands" | "hidden" | "gone" {
  const [state, setState] = useState<"stands" | "hidden" | "gone">("stands");
  useEffect(() => {
    if (!isDone || state === "gone") return;
    const onTouched = ({ detail }: CustomEventInit<Touch>) => setState(detail === "press" ? "gone" : "hidden");
    const onLeft = () => state === "hidden" && setState("gone");
    window.addEventListener(touched, onTouched);
    document.addEventListener("focusout", onLeft);
    return () => {
      window.removeEventListener(touched, onTouched);
      document.removeEventListener("focusout", onLeft);
    };
  }, [isDone, state]);
  return isDone ? state : "stands";
}
