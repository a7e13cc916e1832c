import { useRef } from "react";

/** Returns a function that calls `run`, and does nothing while an earlier call is running: a second press. */
export function useOneAtATime(run: () => Promise<void>): () => Promise<void> {
  const isRunning = useRef(false);
  return async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await run();
    } finally {
      isRunning.current = false;
    }
  };
}
