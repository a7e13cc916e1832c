import { useEffect, useId, useRef } from "react";
import { Typed } from "./Typed.tsx";
import { Dialog } from "./Dialog.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  /** The labels of the button that confirms and of the button that cancels. */
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asks before an action that cannot be undone. The focus starts on the safe button, and Escape cancels. `onYes` and
 * `onNo` run after the dialog is closed and the focus is back where it was.
 */
export function Confirm({ title, text, yes, no, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <Dialog
      ref={dialog}
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
    </Dialog>
  );
}
