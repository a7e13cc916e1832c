type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * Tells the app of text that stands in a box and that no event told of: password managers and Safari fill boxes without
 * one. A drawn box carries the text that the app knows as its default.
 */
export function readBoxes(within: ParentNode = document): void {
  for (const box of within.querySelectorAll<Box>("form input[type=text], form textarea")) {
    const text = box.value;
    if (text === box.defaultValue) continue;
    // React hears of a change only where the text differs from what was last written through the element itself.
    box.value = `${text} `;
    const prototype = box instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Reads the boxes when the browser fills one, and before one is left. Returns an unsubscribe function. */
export function watchBoxes(): () => void {
  const read = () => readBoxes();
  const events = ["animationstart", "change", "focusin", "focusout"] as const;
  for (const event of events) document.addEventListener(event, read, { capture: true });
  return () => {
    for (const event of events) document.removeEventListener(event, read, { capture: true });
  };
}
