import { useSyncExternalStore } from "react";

const changed = "foyer:route";

/** The segments of the page's path: `/s/open-house/contact` is `["s", "open-house", "contact"]`. */
export function useRoute(): readonly string[] {
  const path = useSyncExternalStore(
    (listen) => {
      window.addEventListener("popstate", listen);
      window.addEventListener(changed, listen);
      return () => {
        window.removeEventListener("popstate", listen);
        window.removeEventListener(changed, listen);
      };
    },
    () => window.location.pathname,
  );
  return segmentsOf(path);
}

/** A segment with a stray `%` stays as it stands: it names no page and no station, and the page says so. */
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

/** Goes to a page of the app; `replace` leaves no way back to the one before. */
export function navigate(path: string, { replace = false } = {}): void {
  window.history[replace ? "replaceState" : "pushState"](null, "", path);
  window.dispatchEvent(new Event(changed));
}
