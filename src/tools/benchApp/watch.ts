export interface Watch {
  /** On a kiosk: the name of the button that opens the form. */
  readonly start?: string | undefined;
  /** The limit that First name counts down from. */
  readonly limit: number;
}

/** Events that the page reports to the benchmark. Times are ms since the navigation began. */
export type Event =
  | { readonly what: "start"; readonly x: number; readonly y: number }
  | { readonly what: "first key" | "taken over"; readonly at: number };

export interface Typed {
  /** All letters that the page received, beginning with the first one that the box held. */
  readonly typed: string;
  readonly held: string;
  /** Presses on the start button that had no effect. */
  readonly lostPresses: number;
}

declare global {
  var benchTell: (event: Event) => Promise<void>;
  var benchTyped: () => Typed;
}

/**
 * Runs in the page before its own scripts. Uses only labels, names and visible text. Focuses First name once, as soon
 * as it exists, and reports when the box holds a letter and when the counter counts it.
 */
export function watch({ start, limit }: Watch): void {
  let box: HTMLInputElement | HTMLTextAreaElement | undefined;
  let hasFocused = false;
  let isTakenOver = false;
  let key = "";
  let typed = "";
  let presses = 0;
  let askedAt = -Infinity;

  const isShown = (element: Element) => element.isConnected && element.checkVisibility({ visibilityProperty: true });
  const isBox = (element: unknown) =>
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined;
  const isLabel = ({ textContent }: Element) => /^\s*First name\b/.test(textContent ?? "");
  const findBox = () => {
    if (box?.isConnected && isShown(box)) return box;
    const labels = [...document.querySelectorAll("label")].filter(isLabel);
    return labels.map(({ control }) => isBox(control)).find((one) => one && isShown(one));
  };
  const isCounted = (of: HTMLInputElement | HTMLTextAreaElement) => {
    for (let around = of.parentElement; around && around !== document.body; around = around.parentElement) {
      const found = /(\d[\d,]*) (left|too many)/.exec(around.textContent ?? "");
      if (!found) continue;
      const number = Number(found[1]?.replaceAll(",", ""));
      return of.value !== "" && limit - of.value.length === (found[2] === "left" ? number : -number);
    }
    return false;
  };
  const isStart = (element: Element) => element.textContent?.trim() === start;
  const press = () => {
    // A press takes a moment to arrive: another one before that would count as lost.
    if (performance.now() < askedAt + 4_000) return;
    const button = [...document.querySelectorAll("button")].find((one) => isStart(one) && isShown(one));
    if (!button) return;
    const { x, y, width, height } = button.getBoundingClientRect();
    if (width === 0) return;
    askedAt = performance.now();
    void benchTell({ what: "start", x: x + width / 2, y: y + height / 2 });
  };

  const look = () => {
    if (start && presses === 0) press();
    box = findBox();
    if (!box) return;
    if (!hasFocused) {
      if (document.activeElement !== box) box.focus();
      hasFocused = document.activeElement === box;
      if (!hasFocused) requestAnimationFrame(look);
    }
    if (isTakenOver || !isCounted(box)) return;
    isTakenOver = true;
    void benchTell({ what: "taken over", at: performance.now() });
  };
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  // Repeats a press that had no effect.
  if (start) setInterval(press, 5000);

  addEventListener(
    "keydown",
    (event) => {
      if (event.key.length !== 1) return;
      key = event.key;
      if (typed) typed += key;
    },
    true,
  );
  addEventListener(
    "input",
    ({ target }) => {
      if (typed || !isBox(target) || !isBox(target)?.value || ![...(isBox(target)?.labels ?? [])].some(isLabel)) return;
      typed = key;
      if (!start) void benchTell({ what: "first key", at: performance.now() });
    },
    true,
  );
  addEventListener(
    "click",
    ({ target, isTrusted }) => {
      // Ignores clicks that the page repeats by script.
      if (!isTrusted) return;
      const button = target instanceof Element ? target.closest("button") : undefined;
      if (!start || !button || !isStart(button)) return;
      presses++;
      if (presses === 1) void benchTell({ what: "first key", at: performance.now() });
    },
    true,
  );
  globalThis.benchTyped = () => ({ typed, held: findBox()?.value ?? "", lostPresses: Math.max(0, presses - 1) });
}
