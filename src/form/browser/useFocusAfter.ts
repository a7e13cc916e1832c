import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Moves the focus to `next` when the element with the returned ref is removed while it has the focus: for example a
 * button that has done its work, or a line that moves to another list. Otherwise the browser would move the focus to
 * the page itself, and the keyboard would start at the top.
 */
export function useFocusAfter<E extends HTMLElement>(next: () => HTMLElement | null | undefined): RefObject<E | null> {
  const place = useRef<E>(null);
  const after = useEffectEvent(() => next());
  useLayoutEffect(() => {
    const left = place.current;
    return () => {
      // The old element still exists here. `next` is drawn when this commit is done.
      if (left?.contains(document.activeElement)) queueMicrotask(() => after()?.focus());
    };
  }, []);
  return place;
}
