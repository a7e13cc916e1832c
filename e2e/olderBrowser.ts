/**
 * APIs that browsers got after the spring of 2023 (Chrome 111, Safari 16.4, the oldest that our styles support).
 * Stories run without them, because old tablets do not have them.
 */
export const younger: Readonly<Record<string, readonly string[]>> = {
  Promise: ["withResolvers", "try"],
  URL: ["canParse", "parse"],
  Object: ["groupBy"],
  Map: ["groupBy"],
  Array: ["fromAsync"],
  AbortSignal: ["any"],
  JSON: ["rawJSON", "isRawJSON"],
  RegExp: ["escape"],
  Error: ["isError"],
  Uint8Array: ["fromBase64", "fromHex"],
  "Set.prototype": ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isSupersetOf"],
  "HTMLElement.prototype": ["showPopover", "hidePopover", "togglePopover"],
  "Element.prototype": ["checkVisibility", "setHTML", "moveBefore"],
  "Document.prototype": ["startViewTransition"],
  globalThis: ["Iterator", "scheduler", "navigation", "cookieStore", "Float16Array", "EditContext", "CloseWatcher"],
};

/** Removes these APIs. Runs in every page before its own scripts. */
export function takeAway(names: typeof younger): void {
  for (const [path, members] of Object.entries(names)) {
    const owner = path.split(".").reduce<unknown>((from, name) => (from as Record<string, unknown>)[name], globalThis);
    for (const member of members) Reflect.deleteProperty(owner as object, member);
  }
}
