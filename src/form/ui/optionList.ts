import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from "downshift";
import type { KeyboardEvent, MouseEvent } from "react";
import { isComposing } from "../browser/isComposing.ts";

const { InputBlur, ItemMouseMove, MenuMouseLeave } = useCombobox.stateChangeTypes;

/** Downshift's reducer for every list of ours: leaving the box and pointing at an option choose nothing. */
export function picksOnly<T>(
  state: UseComboboxState<T>,
  { type, changes }: UseComboboxStateChangeOptions<T>,
): Partial<UseComboboxState<T>> {
  if (type === InputBlur) return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue };
  if (type === ItemMouseMove || type === MenuMouseLeave)
    return { ...changes, highlightedIndex: state.highlightedIndex };
  return changes;
}

interface List {
  readonly isOpen: boolean;
  readonly highlightedIndex: number;
}

/**
 * Keeps a key from downshift when it belongs to the box: the input method's, those that move the caret, Enter without
 * an option that the arrow keys chose, Escape without an open list. Returns whether it did.
 */
export function keepFromList(event: KeyboardEvent, { isOpen, highlightedIndex }: List): boolean {
  const { key } = event;
  const isBoxes =
    isComposing(event) ||
    key === "Home" ||
    key === "End" ||
    (key === "Enter" && highlightedIndex < 0) ||
    (key === "Escape" && !isOpen);
  if (isBoxes) Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
  return isBoxes;
}

/** A press beside the box, on its list or its arrow, does not leave the box. */
export const stayInBox = (event: MouseEvent): void => event.preventDefault();

/**
 * Props of the list itself. Chromium puts a list that scrolls into the tab order: Tab would go there, the list closes,
 * and the focus is lost. With a tabIndex of -1 Tab goes to the next box.
 */
export const listProps = (label: string) => ({
  "aria-label": label,
  "aria-labelledby": undefined,
  tabIndex: -1,
  onMouseDown: stayInBox,
});

/** Whether a box that is blurred still has the focus: only the window lost it, and the person comes back to it. */
export const keepsFocus = (box: Element): boolean => document.activeElement === box;
