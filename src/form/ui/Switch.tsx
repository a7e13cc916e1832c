import type { ComponentProps, ReactNode } from "react";

interface RowProps {
  readonly htmlFor: string;
  readonly children: ReactNode;
}

/** The words of a switch, and the switch at its end. On a desk's wide column it stands at its words. */
export function SwitchRow({ htmlFor, children }: RowProps) {
  return (
    <label
      htmlFor={htmlFor}
      className="switch-row flex min-h-(--tap) cursor-pointer items-center justify-between gap-3 rounded-control text-(length:--field-text) in-[[data-density=desk]_main]:flex-row-reverse in-[[data-density=desk]_main]:justify-end"
    >
      {children}
    </label>
  );
}

/** On or off: a checkbox. Not shown until the app takes over: only the app knows whether the station switches it on. */
export const Switch = (props: ComponentProps<"input">) => (
  <input
    {...props}
    type="checkbox"
    className="switch relative h-6 w-10 flex-none cursor-pointer appearance-none rounded-2xl focus-visible:outline-none in-[#first]:invisible in-data-[density=desk]:h-5 in-data-[density=desk]:w-8.5"
  />
);
