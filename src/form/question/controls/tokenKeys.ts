import type { KeyboardEvent } from "react";

/** The elements between which arrow keys move: the remove buttons of the tokens, then the box. */
const places = (box: Element) => [...box.querySelectorAll<HTMLElement>(".takes-out"), ...box.querySelectorAll("input")];

/** Moves from the start of the box to the last token, with the left arrow, or with Backspace if the box is empty. */
export function walkBack(event: KeyboardEvent<HTMLInputElement>): void {
  const { selectionStart, selectionEnd, parentElement, value } = event.currentTarget;
  const isAtStart = selectionStart === 0 && selectionEnd === 0;
  if (!parentElement || !isAtStart || !(event.key === "ArrowLeft" || (event.key === "Backspace" && value === "")))
    return;
  places(parentElement).at(-2)?.focus();
  event.preventDefault();
}

/** Left and right move between tokens. Delete and Backspace remove this token. */
export function walk(event: KeyboardEvent, onRemove: () => void): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (event.key === "Delete" || event.key === "Backspace") onRemove();
  else if (step !== undefined) focusFrom(event.currentTarget, step);
  else return;
  event.preventDefault();
}

/** Moves the focus `step` places from the token that contains `inside`. It stops at the first token. */
export function focusFrom(inside: Element, step: number): void {
  const token = inside.closest(".token");
  const all = token?.parentElement ? places(token.parentElement) : [];
  const at = all.findIndex((place) => token?.contains(place));
  all[Math.max(0, at + step)]?.focus();
}
