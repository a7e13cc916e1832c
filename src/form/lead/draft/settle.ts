import type { FieldValues, UseFormReturn } from "react-hook-form";
import { dropEmptyRows } from "./dropEmptyRows.ts";

/** Blurs and focuses the current box so that it commits its text, and waits for the render. Then removes empty rows. */
export async function settle(form: UseFormReturn<FieldValues>): Promise<void> {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) {
    focused.blur();
    focused.focus();
    await new Promise((resolve) => setTimeout(resolve));
  }
  dropEmptyRows(form);
}
