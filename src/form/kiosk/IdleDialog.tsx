import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

/** Long enough to come back and say so (WCAG 2.2.1 asks for 20 seconds at least). */
const warnSeconds = 30;

/** Asks whether anybody is still there, and clears the screen when nobody answers. */
export function IdleDialog({ onStay, onClear }: { readonly onStay: () => void; readonly onClear: () => void }) {
  const t = useTranslations("kiosk");
  const dialog = useRef<HTMLDialogElement>(null);
  const [left, setLeft] = useState(warnSeconds);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (left === 0) return onClear();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left, onClear]);
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
