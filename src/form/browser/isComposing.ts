/**
 * Whether a key or an input belongs to the input method: it writes, accepts, moves or cancels a candidate. WebKit ends
 * the composition before its last key, which has only the code 229 left. Takes events of the browser and of React.
 */
export function isComposing(event: Event | { readonly nativeEvent: Event }): boolean {
  const native = "nativeEvent" in event ? event.nativeEvent : event;
  return ("isComposing" in native && native.isComposing === true) || ("keyCode" in native && native.keyCode === 229);
}
