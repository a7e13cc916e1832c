import { useStored } from "./useStored.ts";

const lookEveryMs = 20_000;
const today = () => new Date().toDateString();

/**
 * Calls `run` when the device's date has changed: at midnight, when the clock or the time zone is changed, and when the
 * page is visible again after sleep. Returns an unsubscribe function.
 */
export function watchDay(run: () => void): () => void {
  let day = today();
  const look = () => {
    if (today() === day) return;
    day = today();
    run();
  };
  const timer = setInterval(look, lookEveryMs);
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}

/** The device's date without the time, as `toDateString` writes it. Renders the component again on the next day. */
export const useDay = (): string => useStored(watchDay, today);
