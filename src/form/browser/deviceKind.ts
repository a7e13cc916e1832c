/** What people call this device. */
export function deviceKind(): "phone" | "tablet" | "computer" {
  if (!window.matchMedia("(pointer: coarse)").matches) return "computer";
  return Math.min(window.screen.width, window.screen.height) < 600 ? "phone" : "tablet";
}
