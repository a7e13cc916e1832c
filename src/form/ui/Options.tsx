import type { ComponentProps, ReactNode } from "react";

const look =
  "absolute -inset-x-px top-[calc(100%+4px)] z-10 max-h-72 overflow-y-auto rounded-control border border-line-strong bg-surface p-1 [box-shadow:var(--shadow-dialog)]";
const line = "flex min-h-[max(2rem,var(--h-chip))] items-center px-[.6rem]";

interface ListProps extends ComponentProps<"ul"> {
  /** A line at the end of the list. */
  readonly foot?: ReactNode;
}

/** The list below a box. */
export function Options({ foot, children, ...list }: ListProps) {
  return (
    <ul
      {...list}
      // Not for closed lists: the first screen has several of them.
      className={list.hidden ? undefined : look}
    >
      {children}
      {foot && (
        <li role="presentation" className={`${line} cursor-default text-[.8125rem] text-ink-3`}>
          {foot}
        </li>
      )}
    </ul>
  );
}

/** An option of the list. The selected one is what Enter picks. */
export const Option = (option: ComponentProps<"li">) => (
  <li
    {...option}
    className={`${line} cursor-pointer rounded-[calc(var(--r-control)-2px)] text-(length:--field-text) [&:hover]:bg-brand-tint [&:hover]:text-brand-ink aria-selected:bg-brand-tint aria-selected:text-brand-ink`}
  />
);
