import type { ComponentProps } from "react";

const looks = {
  plain: "bg-sunken text-ink-2",
  warn: "bg-warn-tint text-warn",
  over: "bg-over-tint text-over",
  ok: "bg-ok-tint text-ok in-[.on-dark]:bg-[color-mix(in_srgb,var(--on-panel)_14%,transparent)] in-[.on-dark]:text-on-panel",
};

export type PillLook = keyof typeof looks;

interface Props extends ComponentProps<"span"> {
  readonly look?: PillLook;
}

/** A state in a word or two, with an icon before it. */
export function Pill({ look = "plain", className = "", ...rest }: Props) {
  return (
    <span
      {...rest}
      className={`pill inline-flex min-h-7 items-center gap-[.4em] rounded-[1rem] px-[.65rem] text-[.8125rem] font-semibold ${looks[look]} ${className}`}
    />
  );
}
