import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { warnSeconds } from "../../station/idleSecondsOf.ts";
import { quietTime, type Sign } from "./quietTime.ts";

const signs = {
  keydown: "key",
  pointerdown: "touch",
  pointermove: "touch",
  touchstart: "touch",
  input: "other",
  scroll: "other",
} as const satisfies Record<string, Sign>;
const signNames = Object.keys(signs) as (keyof typeof signs)[];
/** Events after sleep. `resume` is sent to the document only. */
const wakings = ["visibilitychange", "focus", "pageshow"] as const;
const lookEveryMs = 1_000;

interface Idle {
  /**
   * Seconds until the page is cleared. Undefined while somebody is there. Once it is set, only `stay` counts as a sign
   * of life.
   */
  readonly left: number | undefined;
  /** The tablet may have slept: hide the page until this is known. */
  readonly isUnsure: boolean;
  readonly stay: () => void;
}

const now = () => ({ steady: performance.now(), wall: Date.now() });

/** Warns when the page was not touched for `seconds`, also while the device slept. Calls `onOver` 30 s later. */
export function useIdle(seconds: number, onOver: () => void): Idle {
  const [left, setLeft] = useState<number>();
  const [isUnsure, setUnsure] = useState(false);
  const quiet = useRef<ReturnType<typeof quietTime>>(undefined);
  const over = useEffectEvent(onOver);
  const stay = useCallback(() => {
    quiet.current?.stay();
    setLeft(undefined);
  }, []);
  useEffect(() => {
    const watched = (quiet.current = quietTime(now));
    const limitMs = seconds * 1000;
    let timer: ReturnType<typeof setTimeout>;
    const look = (isAway: boolean) => {
      clearTimeout(timer);
      const { ms, isUnsure: unsure } = watched.look(isAway);
      const warnInMs = limitMs - ms;
      const overInMs = warnInMs + warnSeconds * 1000;
      if (overInMs <= 0) return over();
      setUnsure(unsure);
      setLeft(warnInMs > 0 ? undefined : Math.ceil(overInMs / 1000));
      timer = setTimeout(tick, Math.min(lookEveryMs, warnInMs > 0 ? warnInMs : overInMs));
    };
    const tick = () => look(document.hidden);
    const wake = () => look(true);
    const seen = ({ type }: Event) => {
      watched.sign(signs[type as keyof typeof signs], limitMs);
      look(false);
    };
    look(false);
    for (const sign of signNames) window.addEventListener(sign, seen, { passive: true, capture: true });
    for (const waking of wakings) window.addEventListener(waking, wake);
    document.addEventListener("resume", wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signNames) window.removeEventListener(sign, seen, { capture: true });
      for (const waking of wakings) window.removeEventListener(waking, wake);
      document.removeEventListener("resume", wake);
    };
  }, [seconds]);
  return { left, isUnsure, stay };
}
