import type { ComponentProps } from "react";

interface Props extends ComponentProps<"p"> {
  /** The box shows it too, as its placeholder. */
  readonly isHidden?: boolean;
}

/** What helps to answer, between the label and the control. */
export const Hint = ({ isHidden = false, ...hint }: Props) => (
  <p
    {...hint}
    className={
      isHidden
        ? "sr-only"
        : "-mt-0.5 mb-1.5 text-(length:--label) text-ink-3 in-[aside]:-mt-[.3rem] in-[aside]:mb-1 in-[aside]:text-[.8125rem]"
    }
  />
);
