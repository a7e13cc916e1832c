import type { ComponentProps, ReactNode } from "react";

interface BoxProps {
  /** The answer is wrong, or too long. */
  readonly isWrong?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The frame around a text box or a select, and what stands in it beside them. It shows their focus. */
export const Box = ({ isWrong = false, className = "", children }: BoxProps) => (
  <div
    className={`box relative flex min-h-(--h) items-center rounded-control border bg-surface ${isWrong ? "wrong" : ""} ${className}`}
  >
    {children}
  </div>
);

/** What is typed or chosen in a box, above its tint (Tint.tsx). */
export const inBox =
  "relative z-1 w-full min-w-0 flex-1 rounded-[inherit] px-(--pad-x) text-(length:--field-text) text-ink outline-none placeholder:text-ink-3";
export const oneLine = "min-h-[calc(var(--h)-2px)]";
/** It draws nothing: the event says that the browser has filled the box (browser/readBoxes.ts). */
const saysFilled = "autofill:animate-[filled_1ms]";

/** One line of text in a box. Like `TextArea`, it takes the direction of its text. */
export const TextBox = ({ className = "", ...input }: ComponentProps<"input">) => (
  <input dir="auto" {...input} className={`${inBox} ${oneLine} ${saysFilled} ${className}`} />
);

/** Several lines of text in a box. It grows with the text, where the browser can do that. */
export const TextArea = (textarea: ComponentProps<"textarea">) => (
  <textarea
    dir="auto"
    {...textarea}
    className={`${inBox} ${saysFilled} field-sizing-content min-h-[calc(var(--h)*1.9)] py-[.6rem] leading-[1.4] supports-[field-sizing:content]:resize-none`}
  />
);
