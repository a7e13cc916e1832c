import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Arrow keys move between checkbox chips as between radio buttons; Space picks. Tab returns to the last focused chip,
 * and from a chip goes to the next question.
 */
export function walkChips(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const chips = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const at = chips.indexOf(event.target as HTMLInputElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = chips.at((at + step) % chips.length);
  for (const chip of chips) chip.tabIndex = chip === next ? 0 : -1;
  next?.focus();
}
