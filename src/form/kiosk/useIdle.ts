import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";

const signs = ["pointerdown", "pointermove", "keydown", "input", "scroll", "touchstart"] as const;
/** A tablet wakes with one of these, or with a touch. */
const wakings = ["visibilitychange", "focus", "pageshow"] as const;
/** Long enough to come back and say so (WCAG 2.2.1 asks for 20 seconds at least). */
const warnSeconds = 30;

interface Idle {
  /** Seconds until the page is cleared; undefined while somebody is there. From then on only `stay` is a sign of life. */
  readonly left: number | undefined;
  readonly stay: () => void;
}

/**
 * Whether nobody has touched the page for `seconds`; half a minute later it calls `onOver`. The clock decides, not the
 * timers: those stand still while a tablet sleeps, and the touch that wakes it is the next visitor's.
 */
export function useIdle(seconds: number, onOver: () => void): Idle {
  const [left, setLeft] = useState<number>();
  const seenAt = useRef(0);
  const over = useEffectEvent(onOver);
  const stay = useCallback(() => {
    seenAt.current = Date.now();
    setLeft(undefined);
  }, []);
  useEffect(() => {
    seenAt.current = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const quietMs = Math.max(0, Date.now() - seenAt.current);
      const warnInMs = seconds * 1000 - quietMs;
      const overInMs = warnInMs + warnSeconds * 1000;
      if (overInMs <= 0) return over();
      setLeft(warnInMs > 0 ? undefined : Math.ceil(overInMs / 1000));
      timer = setTimeout(look, warnInMs > 0 ? warnInMs : overInMs % 1000 || 1000);
    };
    const seen = () => {
      const wasThere = Date.now() - seenAt.current < seconds * 1000;
      if (wasThere) seenAt.current = Date.now();
      look();
    };
    look();
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true, capture: true });
    for (const waking of wakings) window.addEventListener(waking, look);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true });
      for (const waking of wakings) window.removeEventListener(waking, look);
    };
  }, [seconds]);
  return { left, stay };
}
