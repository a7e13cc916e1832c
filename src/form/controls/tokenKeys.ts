import type { KeyboardEvent } from "react";

/** The buttons that take a token out: where the focus walks among tokens, the box itself at the end. */
const places = (box: Element) => [...box.querySelectorAll<HTMLElement>(".takes-out"), ...box.querySelectorAll("input")];

/** From the start of an empty box back to the last token. */
export function walkBack(event: KeyboardEvent<HTMLInputElement>): void {
  const { selectionStart, selectionEnd, parentElement, value } = event.currentTarget;
  const isAtStart = selectionStart === 0 && selectionEnd === 0;
  if (!parentElement || !isAtStart || !(event.key === "ArrowLeft" || (event.key === "Backspace" && value === "")))
    return;
  places(parentElement).at(-2)?.focus();
  event.preventDefault();
}

/** Left and right walk the tokens; Delete and Backspace take this one out. */
export function walk(event: KeyboardEvent, onRemove: () => void): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === "Delete" || event.key === "Backspace") onRemove();
  else if (step !== undefined) focusFrom(event.currentTarget, step);
  else return;
  event.preventDefault();
}

/** Focuses the token so many places on from the one that holds `inside`; before the first is the first. */
export function focusFrom(inside: Element, step: number): void {
  const token = inside.closest(".token");
  const all = token?.parentElement ? places(token.parentElement) : [];
  const at = all.findIndex((place) => token?.contains(place));
  all[Math.max(0, at + step)]?.focus();
}
