import { useEffect, useRef } from "react";

/** Returns a function that returns the signal for requests of this component. It aborts when the component is removed. */
export function useSignal(): () => AbortSignal {
  const controller = useRef(new AbortController());
  useEffect(() => {
    const shown = new AbortController();
    controller.current = shown;
    return () => shown.abort();
  }, []);
  return () => controller.current.signal;
}
