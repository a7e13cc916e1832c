import { useLayoutEffect, useState } from "react";
import { useFocusAfter } from "../browser/useFocusAfter.ts";

/**
 * Has the focus while the form is inert, because browsers take it away from inert elements. If the form stays, its
 * focus returns.
 */
export function FocusKeeper() {
  const [before] = useState(() => document.activeElement);
  const place = useFocusAfter<HTMLSpanElement>(() =>
    document.activeElement === document.body && before instanceof HTMLElement ? before : null,
  );
  useLayoutEffect(() => place.current?.focus({ preventScroll: true }), [place]);
  return <span ref={place} tabIndex={-1} className="sr-only" />;
}
