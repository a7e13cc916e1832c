/**
 * Whether a key or input event belongs to an input method (IME), which uses keys to write, accept, move or cancel a
 * candidate. WebKit ends the composition before its last key event, which then has only keyCode 229. Accepts native and
 * React events.
 */
export function isComposing(event: Event | { readonly nativeEvent: Event }): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return ("isComposing" in native && native.isComposing === true) || ("keyCode" in native && native.keyCode === 229);
}
