import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { inBox, oneLine } from "./TextBox.tsx";

/** A browser's own list in a box, with an arrow. A press goes through the arrow. */
export const Select = (select: ComponentProps<"select">) => (
  <>
    <select
      {...select}
      className={`${inBox} ${oneLine} appearance-none pr-[2.4rem] [&_option]:bg-surface [&_option]:text-ink`}
    />
    <span className="pointer-events-none absolute right-0 z-2 flex items-center pr-[calc(var(--pad-x)*.8)] text-ink-3">
      <ChevronDown aria-hidden="true" />
    </span>
  </>
);
