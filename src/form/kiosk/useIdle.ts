import { useCallback, useEffect, useState } from "react";

const signs = ["pointerdown", "pointermove", "keydown", "input", "scroll", "touchstart"] as const;

/** Whether nobody has touched the page for `seconds`. While idle only `wake` counts as a sign of life. */
export function useIdle(seconds: number): { readonly idle: boolean; readonly wake: () => void } {
  const [idle, setIdle] = useState(false);
  const wake = useCallback(() => setIdle(false), []);
  useEffect(() => {
    if (idle) return;
    let timer = setTimeout(() => setIdle(true), seconds * 1000);
    const seen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), seconds * 1000);
    };
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [idle, seconds]);
  return { idle, wake };
}
