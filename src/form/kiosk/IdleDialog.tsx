import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

interface Props {
  /** Seconds until the screen is cleared. */
  readonly left: number;
  readonly onStay: () => void;
  readonly onClear: () => void;
}

/** Asks whether anybody is still there. */
export function IdleDialog({ left, onStay, onClear }: Props) {
  const t = useTranslations("kiosk");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="m-auto w-full max-w-xl rounded-sheet bg-surface p-8 text-center text-ink shadow-(--shadow-dialog) backdrop:bg-scrim"
      aria-labelledby="idle-title"
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id="idle-title" className="text-4xl">
        {t("idleTitle")}
      </h2>
      <p className="my-4 text-lg text-ink-2">{t("idleText")}</p>
      <p className="display my-4 text-5xl" role="timer">
        {left}
      </p>
      <div className="flex flex-wrap justify-center gap-4">
        <button type="button" className="btn btn-primary" onClick={onStay}>
          {t("stillHere")}
        </button>
        <button type="button" className="btn btn-secondary" onClick={onClear}>
          {t("clearNow")}
        </button>
      </div>
    </dialog>
  );
}
