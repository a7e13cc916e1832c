import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { inBox, oneLine } from "./TextBox.tsx";

/** A browser's own list in a box, with room for an arrow. */
export const Select = (select: ComponentProps<"select">) => (
  <select
    {...select}
    className={`${inBox} ${oneLine} appearance-none pr-[2.4rem] [&_option]:bg-surface [&_option]:text-ink`}
  />
);

/** The arrow of a select. A press goes through it. */
export const SelectArrow = () => (
  <span className="pointer-events-none absolute right-0 z-2 flex items-center pr-[calc(var(--pad-x)*.8)] text-ink-3">
    <ChevronDown aria-hidden="true" />
  </span>
);
