import type { ComponentProps } from "react";

interface Props extends ComponentProps<"dialog"> {
  readonly isWide?: boolean;
}

/** A dialog. `className`: its padding, and what else differs. */
export function Dialog({ isWide = false, className = "p-7", ...rest }: Props) {
  const width = isWide ? "w-[min(41.25rem,calc(100%-2rem))]" : "w-[min(32rem,calc(100%-2rem))]";
  return (
    <dialog
      {...rest}
      className={`m-auto rounded-sheet bg-surface text-ink [box-shadow:var(--shadow-dialog)] backdrop:bg-(--scrim) ${width} ${className}`}
    />
  );
}
