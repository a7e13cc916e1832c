import { flushSync } from "react-dom";
import { withoutFocus } from "./question/answers/focusSoon.ts";
import { replay, type Counterpart, type Press } from "./replay.ts";

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
/** The first screen, with the properties that boot.js sets on it. */
type First = HTMLElement & {
  readonly pressed: readonly Press[];
  /** Stops holding back shortcuts and the keys after them. */
  readonly letKeysThrough: () => void;
  /** Something was focused or typed since the last press. */
  readonly wentOn?: boolean;
  /** Not empty while an input method writes or a pointer is down. */
  readonly busy: ReadonlySet<string>;
};

const lookEveryMs = 50;
const boxes = "input, textarea, select";
const pressable = "button, summary";

/**
 * Replaces the first screen from the proxy with the app, in one task. It keeps what was typed and chosen, the focus and
 * the selection, and repeats the presses. It waits while an input method writes, and while a pointer is down: the
 * pressed element must still exist when the pointer goes up.
 */
export function takeOver(app: HTMLElement): void {
  const first = document.getElementById("first") as First | null;
  if (!first) return;
  if (first.busy.size > 0) return void setTimeout(() => takeOver(app), lookEveryMs);
  const focused = document.activeElement;
  const held = focused && first.contains(focused) ? focused : null;
  const selection = held && selectionOf(held);
  const counterpart = counterpartIn(first, app);
  first.replaceWith(app);
  // The app draws the boxes of a fold only when the fold is opened.
  for (const fold of first.querySelectorAll("details")) if (isUsed(first, fold)) unfold(fold, counterpart);
  for (const box of first.querySelectorAll<Box>(boxes)) carryOver(box, counterpart(box));
  const next = held && counterpart(held);
  next?.focus({ preventScroll: true });
  if (selection && isText(next)) next.setSelectionRange(...selection);
  // The person may have moved on to another box after a press. Then keep the focus there, and repeat only presses
  // inside the form: a press outside could change the page while they type.
  const isWanted = (press: Press) =>
    !first.wentOn || (press instanceof Element && press.closest("form, aside") !== null);
  const repeat = () => void replay(first.pressed, isWanted, counterpart).finally(first.letKeysThrough);
  if (first.wentOn) withoutFocus(repeat);
  else repeat();
}

/** Whether a fold was opened. If not, the app has not drawn its boxes. */
const isUsed = ({ pressed }: First, fold: HTMLDetailsElement) =>
  fold.open || pressed.some((one) => one instanceof Element && one.parentElement === fold);

/** Opens the same fold in the app so that its boxes exist. Then restores the state. */
function unfold(fold: HTMLDetailsElement, counterpart: Counterpart): void {
  const summary = fold.querySelector("summary");
  const same = summary && counterpart(summary);
  const isOpen = () => same?.closest("details")?.open === true;
  if (!isOpen()) flushSync(() => same?.click());
  if (isOpen() !== fold.open) same?.click();
}

function carryOver(from: Box, to: HTMLElement | undefined): void {
  if (from instanceof HTMLInputElement && /^(checkbox|radio)$/.test(from.type)) {
    const isChosen = from.checked !== from.defaultChecked && (from.checked || from.type === "checkbox");
    if (isChosen && to instanceof HTMLInputElement && to.checked !== from.checked) to.click();
  } else if (from.value !== startOf(from) && to && "value" in to) {
    // React notices the change only through an event, and only if the text differs from what React wrote itself.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(to) as object, "value")?.set?.call(to, from.value);
    to.dispatchEvent(new Event(from instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  }
}

const startOf = (box: Box) =>
  box instanceof HTMLSelectElement
    ? ([...box.options].find((option) => option.defaultSelected) ?? box.options[0])?.value
    : box.defaultValue;

const isText = (element: Element | null | undefined): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");

function selectionOf(element: Element) {
  if (!isText(element)) return null;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  return [selectionStart, selectionEnd, selectionDirection ?? undefined] as const;
}

/** Returns a function that finds the same control in the app: by its id, else by tag, name and position among those. */
function counterpartIn(first: First, app: Element): Counterpart {
  const like = (of: Element) => {
    const name = nameOf(of);
    return (other: Element) => other.tagName === of.tagName && nameOf(other) === name;
  };
  return (of) => {
    const byId = of.id ? app.querySelector<HTMLElement>(`#${CSS.escape(of.id)}`) : null;
    if (byId) return byId;
    const all = `${boxes}, ${pressable}, h1`;
    const isDrawn = (one: Element) => {
      const fold = one.closest<HTMLDetailsElement>("details.fold");
      return fold === null || one.parentElement === fold || isUsed(first, fold);
    };
    const place = [...first.querySelectorAll(all)].filter(isDrawn).filter(like(of)).indexOf(of);
    return [...app.querySelectorAll<HTMLElement>(all)].filter(like(of))[place];
  };
}

const nameOf = (element: Element) =>
  element.getAttribute("aria-label") ?? element.getAttribute("name") ?? element.textContent.trim();
