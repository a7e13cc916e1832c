import type { ComponentProps, ReactNode } from "react";

/**
 * A few options side by side. Equal widths while the words fit, otherwise rows. The lines between them are the
 * background, seen in the gaps.
 */
export function Segments({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-px overflow-hidden rounded-control border border-control bg-line-strong forced-colors:[&>label+label]:border-s">
      {children}
    </div>
  );
}

interface Props extends ComponentProps<"input"> {
  readonly id: string;
  /** It stands for no answer, and must not look like one. */
  readonly isNone?: boolean;
}

/** One of the options. Even the shortest word fills a finger's width. */
export function Segment({ id, isNone = false, children, ...input }: Props) {
  return (
    <label
      className={`pick -outline-offset-3 relative grid min-h-[calc(var(--h)-2px)] min-w-fit flex-1 cursor-pointer grid-cols-[minmax(calc(var(--tap)-1.2*var(--pad-x)),auto)] place-items-center px-[calc(var(--pad-x)*.6)] py-[.2em] text-center text-(length:--field-text) font-medium ${isNone ? "none" : ""}`}
      htmlFor={id}
    >
      <input {...input} type="radio" id={id} className="absolute inset-0 cursor-pointer opacity-0" />
      {children}
    </label>
  );
}
