import { Check } from "lucide-react";

/** A box of its own in the chip: unlike other chips, these are a declaration. */
export function TickBox() {
  return (
    <span
      aria-hidden="true"
      className="grid size-[1.25em] flex-none place-items-center rounded-[.3em] border-[1.5px] border-control bg-surface group-has-checked:border-brand group-has-checked:bg-brand group-has-checked:text-on-brand [&>svg]:size-[.85em] [&>svg]:stroke-3"
    >
      <Check />
    </span>
  );
}
