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

/** A time on a day (`2026-11-22`), in the local time zone. Not midnight: on some days a clock skips it. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00`);

/** The device's date without the time, as `toDateString` writes it. Renders the component again on the next day. */
export const useDay = (): string => useStored(watchDay, today);
