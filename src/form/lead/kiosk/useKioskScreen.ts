import { useEffect } from "react";

/** Uses the whole screen, if the browser allows it. Call it in a click. */
export function goFullScreen(): void {
  if (document.fullscreenElement) return;
  try {
    // Safari on phones has no such function.
    document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => undefined);
  } catch {
    // An old browser throws instead of rejecting.
  }
}

/**
 * While a kiosk is open: keeps the screen on, and offers no menus, drags or other traces of the browser. What one
 * visitor copied, the next could paste.
 */
export function useKioskScreen(isVisitors: boolean): void {
  useEffect(() => {
    const stopScreen = keepScreenOn();
    const refuse = (event: Event) => event.preventDefault();
    const visitors = isVisitors ? (["copy", "cut"] as const) : [];
    const refused = ["contextmenu", "dragstart", "dragover", "drop", ...visitors] as const;
    for (const name of refused) document.addEventListener(name, refuse);
    return () => {
      stopScreen();
      for (const name of refused) document.removeEventListener(name, refuse);
    };
  }, [isVisitors]);
}

/** The browser ends the lock when the page is hidden, so it is requested again when the page is shown. */
function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | undefined;
  let isOver = false;
  const request = async () => {
    if (isOver || document.visibilityState !== "visible") return;
    lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
    if (isOver) void lock?.release();
  };
  const onVisible = () => void request();
  onVisible();
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    isOver = true;
    void lock?.release();
    document.removeEventListener("visibilitychange", onVisible);
  };
}
