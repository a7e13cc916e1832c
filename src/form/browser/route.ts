import { useLayoutEffect, useRef } from "react";
import { useStored } from "./useStored.ts";
import { pageData } from "./pageData.ts";
import { leave, staysForNow } from "./unsaved.ts";

const changed = "foyer:route";

/** The decoded segments of the page's path: `/s/open-house/contact` is `["s", "open-house", "contact"]`. */
export function useRoute(): readonly string[] {
  const path = useStored(
    (listen) => {
      const onBack = () => {
        if (!staysForNow()) listen();
      };
      window.addEventListener("popstate", onBack);
      window.addEventListener(changed, listen);
      return () => {
        window.removeEventListener("popstate", onBack);
        window.removeEventListener(changed, listen);
      };
    },
    () => (import.meta.env.SSR ? (pageData()?.path ?? "/") : window.location.pathname),
  );
  return segmentsOf(path);
}

/**
 * Splits and decodes a path. A segment with a stray `%` stays as it is: no page and no station has such a name, so the
 * app shows "not found".
 */
export const segmentsOf = (path: string): readonly string[] =>
  path
    .split("/")
    .filter(Boolean)
    .map((segment) => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    });

/**
 * Opens a page of the app, after a question if this one has unsaved changes. `replace` replaces the current history
 * entry.
 */
export function navigate(path: string, { replace = false } = {}): void {
  leave(() => {
    window.history[replace ? "replaceState" : "pushState"](null, "", path);
    window.dispatchEvent(new Event(changed));
  });
}

/** `navigate` for use after a wait. It does nothing when the component is gone: the person has left its page. */
export function useNavigate(): typeof navigate {
  const isHere = useRef(false);
  // Presses from before the app was loaded are repeated before other effects run (takeOver.ts).
  useLayoutEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  return (...to) => {
    if (isHere.current) navigate(...to);
  };
}
