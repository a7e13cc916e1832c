import type { ComponentProps, ReactNode } from "react";

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
      className="absolute -inset-x-px top-[calc(100%+4px)] z-10 max-h-72 overflow-y-auto rounded-control border border-line-strong bg-surface p-1 [box-shadow:var(--shadow-dialog)]"
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
