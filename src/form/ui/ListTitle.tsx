import type { ReactNode } from "react";

/** The heading of a list on a page, smaller than those of sections. */
export function ListTitle({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <h2 id={id} className="mb-2 font-ui text-[.875rem] leading-[1.2] font-[640] tracking-normal text-ink-3 normal-nums">
      {children}
    </h2>
  );
}
