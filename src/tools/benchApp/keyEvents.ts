/** Returns the DevTools protocol events for one press of a letter key. */
export function keyEvents(key: string) {
  const code = { key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
  return [
    { type: "keyDown", text: key, ...code },
    { type: "keyUp", ...code },
  ] as const;
}
