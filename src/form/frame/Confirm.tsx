import { useEffect, useId, useRef } from "react";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  /** The words of the button that does it, and of the one that does not. */
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asks before something that cannot be taken back. Focus starts on the safe answer, and Escape gives it. It is closed,
 * and the focus back where it was, when the answer is told.
 */
export function Confirm({ title, text, yes, no, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onClose={({ currentTarget }) => (currentTarget.returnValue === "yes" ? onYes() : onNo())}
    >
      <h2 id={id} className="text-2xl">
        <Typed text={title} />
      </h2>
      <p className="my-3 text-ink-2">{text}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-3">
        <button type="button" className="btn btn-primary" onClick={() => dialog.current?.close()}>
          {no}
        </button>
        <button type="button" className="btn btn-danger" onClick={() => dialog.current?.close("yes")}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
