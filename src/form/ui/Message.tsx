import { CircleAlert } from "lucide-react";
import type { ComponentProps } from "react";
import { Typed } from "./Typed.tsx";

const tones = { plain: "text-ink-2", warn: "text-warn", over: "font-[560] text-over" };

interface Props extends ComponentProps<"p"> {
  readonly tone?: keyof typeof tones;
  /** It has a button that fixes the answer (FixButton.tsx). */
  readonly hasButton?: boolean;
}

/** What is said about an answer. It is below its control, so that nothing moves under the caret. */
export const Message = ({ tone = "plain", hasButton = false, ...message }: Props) => (
  <p
    {...message}
    className={`mt-2 flex gap-[.45em] text-(length:--label) leading-[1.38] ${tones[tone]} ${hasButton ? "flex-wrap items-center gap-x-5" : "items-start"}`}
  />
);

interface IssueProps {
  readonly id: string;
  readonly text: string;
  /** It answers the press of a button, and is announced. A message that changes with each key must not be. */
  readonly isAnswer?: boolean;
}

/** The error message of an answer. */
export const IssueMessage = ({ id, text, isAnswer = false }: IssueProps) => (
  <Message tone="over" id={`${id}-error`} role={isAnswer ? "alert" : undefined}>
    <CircleAlert aria-hidden="true" className="mt-[.06em]" />
    <Typed text={text} />
  </Message>
);
