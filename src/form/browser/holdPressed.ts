const pressable = "button, a, label, summary, input, select, textarea, [role='option']";
/** A touch that does not become a click sends no further event: the hold ends after this time. */
const clickMs = 700;
let isOn = false;

/**
 * Keeps a pressed element in its place from pointer down to the click. A message that appears in between moves the rest
 * of the page, and the click would miss the button. An element that moved is shifted back to where it was pressed.
 */
export function holdPressed(): void {
  if (isOn) return;
  isOn = true;
  let end: (() => void) | undefined;
  const begin = ({ target, isPrimary }: PointerEvent) => {
    end?.();
    const pressed = target instanceof Element && isPrimary ? target.closest<HTMLElement>(pressable) : null;
    // The box of such a label is hidden: the label is what people see and press.
    const held = pressed?.closest<HTMLElement>("label") ?? pressed;
    if (held) end = hold(held, () => (end = undefined));
  };
  window.addEventListener("pointerdown", begin, { capture: true });
}

function hold(element: HTMLElement, over: () => void): () => void {
  const start = element.getBoundingClientRect();
  const { style } = element;
  const before = style.cssText;
  let [left, top] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const stay = () => {
    const now = element.getBoundingClientRect();
    const [x, y] = [now.left - start.left, now.top - start.top];
    // Ignore shifts below 2 px: a pressed button is drawn one pixel lower. A width of 0 means that the element is not
    // drawn any more, for example in a closed dialog.
    if (now.width === 0 || (Math.abs(x) < 2 && Math.abs(y) < 2)) return;
    [left, top] = [left - x, top - y];
    if (getComputedStyle(element).position === "static") style.position = "relative";
    style.transition = "none";
    style.zIndex = "60";
    if (style.position === "relative") [style.left, style.top] = [`${left}px`, `${top}px`];
    else style.translate = `${left}px ${top}px`;
    // Discard the mutations that this function made itself: they would call it again without end.
    mutations.takeRecords();
  };
  const eachFrame = () => {
    stay();
    frame = requestAnimationFrame(eachFrame);
  };
  const mutations = new MutationObserver(stay);
  const end = () => {
    mutations.disconnect();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    for (const event of endings) window.removeEventListener(event, end, { capture: true });
    window.removeEventListener("pointerup", up, { capture: true });
    window.removeEventListener("click", clicked, { capture: true });
    style.cssText = before;
    if (before === "") element.removeAttribute("style");
    over();
  };
  const up = () => (timer = setTimeout(end, clickMs));
  // Wait until all click listeners have run.
  const clicked = () => setTimeout(end);
  mutations.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  frame = requestAnimationFrame(eachFrame);
  // Scrolling is meant to move the element, so it ends the hold.
  const endings = ["pointercancel", "wheel"] as const;
  for (const event of endings) window.addEventListener(event, end, { capture: true, passive: true });
  window.addEventListener("pointerup", up, { capture: true });
  window.addEventListener("click", clicked, { capture: true });
  return end;
}
