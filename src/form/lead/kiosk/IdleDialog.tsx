import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { warnSeconds } from "../../station/idleSecondsOf.ts";
import { Dialog } from "../../ui/Dialog.tsx";

interface Props {
  /** Seconds until the screen is cleared. */
  readonly left: number;
  readonly onStay: () => void;
  readonly onClear: () => void;
}

/**
 * Asks whether somebody is still there. The safe button is the first: the browser focuses it, and somebody may be typing.
 */
export function IdleDialog({ left, onStay, onClear }: Props) {
  const t = useTranslations("kiosk");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <Dialog
      ref={dialog}
      isWide
      className="p-6 select-none sm:p-12 sm:pb-10"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id="idle-title" className="text-[2.875rem] max-sm:text-4xl">
        {t("idleTitle")}
      </h2>
      <p id="idle-text" className="mt-2 text-[1.375rem] leading-snug text-ink-2">
        {t("idleText")}
      </p>
      <Countdown left={left} />
      <div className="mt-10 grid gap-4 sm:grid-cols-2">
        <button type="button" className="btn btn-primary text-[1.3125rem] sm:order-1" onClick={onStay}>
          {t("stillHere")}
        </button>
        <button type="button" className="btn btn-secondary text-[1.3125rem]" onClick={onClear}>
          {t("clearNow")}
        </button>
      </div>
    </Dialog>
  );
}

const tick =
  "before:absolute before:-top-3 before:-start-px before:h-6 before:w-[3px] before:rotate-24 before:bg-brand-line";

/** The time that is left, as a dimension line. */
function Countdown({ left }: { readonly left: number }) {
  const t = useTranslations("kiosk");
  const share = Math.max(0, Math.min(1, left / warnSeconds));
  return (
    <div className="mt-6">
      <p
        className="text-center text-[1.3125rem] font-[620] text-brand-ink"
        style={{ width: `max(8rem, ${share * 100}%)` }}
        role="timer"
      >
        {t("secondsLeft", { count: left })}
      </p>
      <div className="mt-4 flex h-[5px] items-center" aria-hidden="true">
        <i className={`relative h-full bg-brand-line ${tick}`} style={{ width: `${share * 100}%` }} />
        <i
          className={`relative h-px flex-1 bg-control ${tick} after:absolute after:-top-3 after:end-0 after:h-6 after:w-[3px] after:rotate-24 after:bg-brand-line`}
        />
      </div>
    </div>
  );
}
