import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from "react";

/**
 * What goes while it holds the focus hands it on: a button that has done its work, a line that moves to another list.
 * The browser would drop it to the page itself, and a keyboard would start from the top.
 */
export function useFocusAfter<E extends HTMLElement>(next: () => HTMLElement | null | undefined): RefObject<E | null> {
  const place = useRef<E>(null);
  const after = useEffectEvent(() => next());
  useLayoutEffect(() => {
    const left = place.current;
    return () => {
      // It is still there; what follows it is drawn once this commit is done.
      if (left?.contains(document.activeElement)) queueMicrotask(() => after()?.focus());
    };
  }, []);
  return place;
}
