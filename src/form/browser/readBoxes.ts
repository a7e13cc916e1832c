export type Box = HTMLInputElement | HTMLTextAreaElement;

/** For each box that keeps its own text: the text that the app knows. */
const known = new WeakMap<Box, string>();

/** Records that the app knows the current text of a box. */
export const noteKnown = (box: Box): void => void known.set(box, box.value);

/**
 * Sends an input event for each box whose text changed without an event: password managers and Safari fill boxes that
 * way. For a box that React writes, the known text is its `defaultValue`.
 */
export function readBoxes(within: ParentNode = document): void {
  for (const box of within.querySelectorAll<Box>("form input[type=text], form textarea")) {
    const text = box.value;
    if (text === (known.get(box) ?? box.defaultValue)) continue;
    // React ignores an input event unless the text differs from the last value set through the element's own setter.
    box.value = `${text} `;
    const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Calls `readBoxes` when the browser fills a box, and before the focus leaves one. Returns an unsubscribe function. */
export function watchBoxes(): () => void {
  const read = () => readBoxes();
  const events = ["animationstart", "change", "focusin", "focusout"] as const;
  for (const event of events) document.addEventListener(event, read, { capture: true });
  return () => {
    for (const event of events) document.removeEventListener(event, read, { capture: true });
  };
}
