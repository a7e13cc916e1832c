const pressable = "button, a, label, summary, input, select, textarea, [role='option']";
/** A touch that becomes no click ends without a word. */
const clickMs = 700;
let isOn = false;

/**
 * Keeps what a pointer presses in its place until the click: a message that appears meanwhile moves the rest of the
 * page, and would take the button away from under the finger. What moved is drawn back to where it was pressed.
 */
export function holdPressed(): void {
  if (isOn) return;
  isOn = true;
  let end: (() => void) | undefined;
  const begin = ({ target, isPrimary }: PointerEvent) => {
    end?.();
    const pressed = target instanceof Element && isPrimary ? target.closest<HTMLElement>(pressable) : null;
    // A label that wraps a hidden box is what is seen and pressed.
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
    // A pressed button is drawn a pixel lower. One that is not drawn any more, as in a closed dialog, has no place.
    if (now.width === 0 || (Math.abs(x) < 2 && Math.abs(y) < 2)) return;
    [left, top] = [left - x, top - y];
    if (getComputedStyle(element).position === "static") style.position = "relative";
    style.transition = "none";
    style.zIndex = "60";
    if (style.position === "relative") [style.left, style.top] = [`${left}px`, `${top}px`];
    else style.translate = `${left}px ${top}px`;
    // What was written here is no reason to look again: that would never end.
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
  // After everybody heard of the click.
  const clicked = () => setTimeout(end);
  mutations.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  frame = requestAnimationFrame(eachFrame);
  // A page that scrolls moves everything, and is meant to.
  const endings = ["pointercancel", "wheel"] as const;
  for (const event of endings) window.addEventListener(event, end, { capture: true, passive: true });
  window.addEventListener("pointerup", up, { capture: true });
  window.addEventListener("click", clicked, { capture: true });
  return end;
}
