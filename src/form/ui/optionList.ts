import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from "downshift";
import type { KeyboardEvent, MouseEvent } from "react";
import { isComposing } from "../browser/isComposing.ts";

const { InputBlur, ItemMouseMove, MenuMouseLeave } = useCombobox.stateChangeTypes;

/** Downshift's state reducer for all our lists. Leaving the box and moving the mouse over an option choose nothing. */
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
 * Prevents downshift from handling a key that belongs to the box: keys of an input method, Home and End, Enter when no
 * option is highlighted, Escape when the list is closed. Returns whether it prevented it.
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

/** Keeps the focus in the box when the list or its arrow is pressed. */
export const stayInBox = (event: MouseEvent): void => event.preventDefault();

/**
 * Props of the list element. Chromium puts a scrollable list into the tab order: Tab would focus it, the list would
 * close and the focus would be lost. With tabIndex -1, Tab goes to the next box.
 */
export const listProps = (label: string) => ({
  "aria-label": label,
  "aria-labelledby": undefined,
  tabIndex: -1,
  onMouseDown: stayInBox,
});

/**
 * Whether a box still has the focus after its blur event: then only the window lost the focus, and the person comes
 * back to the box.
 */
export const keepsFocus = (box: Element): boolean => document.activeElement === box;
