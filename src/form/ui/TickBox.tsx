import { Check } from "lucide-react";

/** The box in a chip that is a declaration (Chips.tsx). */
export function TickBox() {
  return (
    <span
      aria-hidden="true"
      className="grid size-[1.25em] flex-none place-items-center rounded-[.3em] border-[1.5px] border-control bg-surface group-has-checked:border-brand group-has-checked:bg-brand group-has-checked:text-on-brand [&>svg]:hidden [&>svg]:size-[.85em] group-has-checked:[&>svg]:block [&>svg]:stroke-3"
    >
      <Check />
    </span>
  );
}
