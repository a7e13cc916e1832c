import { useEffect, useEffectEvent, useRef } from "react";
import { onSignedIn } from "../station/signedIn.ts";
import { waitMs } from "./waitMs.ts";

/** Tries again after each failure that may pass: in a while, and at once when staff sign in or the signal is back. */
export function useAgain(failure: Error | undefined, run: () => void): void {
  const tries = useRef(0);
  const again = useEffectEvent(run);
  useEffect(() => {
    if (!failure) return;
    const now = () => again();
    const timer = setTimeout(now, waitMs(tries.current++));
    const endListening = onSignedIn(now);
    window.addEventListener("online", now);
    return () => {
      clearTimeout(timer);
      endListening();
      window.removeEventListener("online", now);
    };
  }, [failure]);
}
