import type { FieldValues, UseFormReturn } from "react-hook-form";
import { dropEmptyRows } from "./dropEmptyRows.ts";

/**
 * A box that is still being typed in settles as if it had been left, and what it takes then is drawn; rows that nobody
 * has written in leave.
 */
export async function settle(form: UseFormReturn<FieldValues>): Promise<void> {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) {
    focused.blur();
    focused.focus();
    await new Promise((resolve) => setTimeout(resolve));
  }
  dropEmptyRows(form);
}
