import type { ComponentProps } from "react";

const looks = {
  info: "bg-info-tint [&>svg]:text-info",
  warn: "bg-warn-tint [&>svg]:text-warn",
  over: "bg-over-tint [&>svg]:text-over",
  ok: "bg-ok-tint [&>svg]:text-ok",
};

export type NoteLook = keyof typeof looks;

interface Props extends ComponentProps<"p"> {
  readonly look?: NoteLook;
  /** "div" if it contains other blocks. */
  readonly as?: "p" | "div";
  /** Stands at the edges of the page or of its column, without corners. */
  readonly isBar?: boolean;
}

/** A message in a tinted box. An icon is its first child. */
export function Note({ look = "info", as: Tag = "p", isBar = false, className = "", ...rest }: Props) {
  const shape = isBar ? "rounded-none px-5" : "rounded-control px-[.95rem]";
  return (
    <Tag
      {...rest}
      className={`note flex gap-[.7rem] py-[.8rem] text-[.875rem] leading-[1.42] text-ink [&>svg]:mt-[.05em] ${shape} ${looks[look]} ${className}`}
    />
  );
}
