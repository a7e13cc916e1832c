/** Leaves the focused box, as a person leaves it: a half typed tag becomes an answer. */
export function leaveBox(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.matches("input, textarea, select")) focused.blur();
}

/**
 * Leaves the focused box before the page is left or the browser's Back turns the step. Returns an unsubscribe function.
 */
export function leaveBoxFirst(): () => void {
  // Before the draft is written, and before the route is read.
  const exits = ["pagehide", "popstate"] as const;
  for (const exit of exits) window.addEventListener(exit, leaveBox, { capture: true });
  return () => {
    for (const exit of exits) window.removeEventListener(exit, leaveBox, { capture: true });
  };
}
