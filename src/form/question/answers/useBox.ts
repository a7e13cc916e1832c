import { useLayoutEffect, useRef, type RefObject } from "react";
import { noteKnown, type Box } from "../../browser/readBoxes.ts";
import type { Live } from "./live.ts";

/**
 * A ref for a box that keeps its own text, so that typing renders nothing. The hook writes to the box only when the
 * answer is different, for example after an offer.
 */
export function useBox<B extends Box>(live: Live): RefObject<B | null> {
  const box = useRef<B>(null);
  useLayoutEffect(() => {
    const show = () => {
      const { current } = box;
      if (!current) return;
      const text = live.now();
      if (current.value !== text) current.value = text;
      noteKnown(current);
    };
    show();
    return live.listen(show);
  }, [live]);
  return box;
}
