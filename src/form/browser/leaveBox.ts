/**
 * Leaves the focused box before the page is left or the browser's Back turns the step, as a person leaves it: a half
 * typed tag becomes an answer. Returns an unsubscribe function.
 */
export function leaveBoxFirst(): () => void {
  const leave = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  // Before the draft is written, and before the route is read.
  const exits = ["pagehide", "popstate"] as const;
  for (const exit of exits) window.addEventListener(exit, leave, { capture: true });
  return () => {
    for (const exit of exits) window.removeEventListener(exit, leave, { capture: true });
  };
}
