import { CircleAlert } from "lucide-react";
import { Typed } from "./Typed.tsx";

/** The error message of an answer. It is below its control, so that nothing moves under the caret. */
export function Message({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p className="message message-over" id={`${id}-error`}>
      <CircleAlert aria-hidden="true" />
      <Typed text={text} />
    </p>
  );
}
