import type { ComponentProps, ReactNode } from "react";
import { ringAround } from "./picked.ts";

interface RowProps {
  readonly htmlFor: string;
  readonly children: ReactNode;
}

/** The words of a switch, and the switch at its end. On a desk's wide column it stands at its words. */
export function SwitchRow({ htmlFor, children }: RowProps) {
  return (
    <label
      htmlFor={htmlFor}
      className={`switch-row flex min-h-(--tap) cursor-pointer items-center justify-between gap-3 rounded-control text-(length:--field-text) in-[[data-density=desk]_main]:flex-row-reverse in-[[data-density=desk]_main]:justify-end has-focus-visible:outline-offset-2 ${ringAround}`}
    >
      {children}
    </label>
  );
}

/** Not shown until the app takes over: only the app knows whether the station switches it on. */
const track =
  "relative h-6 w-10 flex-none cursor-pointer appearance-none rounded-2xl bg-control [transition:background_var(--fast)] checked:bg-brand focus-visible:outline-none in-[#first]:invisible in-data-[density=desk]:h-5 in-data-[density=desk]:w-8.5";
const thumb =
  "after:absolute after:top-[3px] after:left-[3px] after:size-4.5 after:rounded-full after:bg-white checked:after:right-[3px] checked:after:left-auto checked:after:bg-on-brand in-data-[density=desk]:after:size-3.5";
/** Forced colours take every background away. */
const forced =
  "forced-colors:border forced-colors:border-[CanvasText] forced-colors:after:bg-[CanvasText] forced-colors:after:forced-color-adjust-none forced-colors:checked:bg-[Highlight] forced-colors:checked:forced-color-adjust-none forced-colors:checked:after:bg-[HighlightText]";

/** On or off: a checkbox. */
export const Switch = (props: ComponentProps<"input">) => (
  <input {...props} type="checkbox" className={`${track} ${thumb} ${forced}`} />
);
