import type { ReactNode } from "react";
import { Wordmark } from "../../station/Wordmark.tsx";

/** The first row of a desk's pages. In the form it takes more rows where it is narrow. */
export function DeskHeader({ children }: { readonly children: ReactNode }) {
  return (
    <header className="on-dark flex min-h-13.5 items-center gap-4 bg-panel px-5 text-on-panel @max-[62rem]/desk:min-h-22.5 @max-[62rem]/desk:flex-wrap @max-[62rem]/desk:content-start @max-[62rem]/desk:gap-2 @max-[62rem]/desk:py-2.5 @max-[40rem]/desk:min-h-31.25 @max-[24rem]/desk:min-h-42 desk-wide:col-span-3">
      <Wordmark className="min-w-49 text-lg @max-[40rem]/desk:min-w-0" />
      {children}
    </header>
  );
}
