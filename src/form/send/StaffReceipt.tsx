import { Check, CheckCheck, CircleAlert, Clock, LoaderCircle } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useReason } from "./useReason.ts";
import type { Sent } from "./Sending.tsx";

interface Props {
  readonly sent: Sent;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** What became of a lead: saved, on its way, in Lofty with its number; or what a person must do. */
export function StaffReceipt({ sent, onNext, onBack }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const reason = useReason();
  const heading = useRef<HTMLHeadingElement>(null);
  const [at] = useState(() => new Date());
  useEffect(() => heading.current?.focus(), []);
  const { receipt, problem, waiting } = sent;
  const inLofty = receipt?.leadId !== undefined;
  const needsYou = receipt?.status === "parked";
  const title = problem
    ? t("receipt.notSaved")
    : inLofty
      ? t("receipt.inLofty")
      : receipt
        ? t("receipt.saved")
        : waiting
          ? t("receipt.notSaved")
          : t("receipt.sending");
  return (
    <section className="mx-auto grid w-full max-w-2xl gap-6 px-5 py-8" aria-live="polite">
      <h1 ref={heading} tabIndex={-1} className="text-4xl">
        {title}
      </h1>
      {problem && (
        <p className="note note-over" role="alert">
          <CircleAlert aria-hidden="true" />
          {t("receipt.refused")}
        </p>
      )}
      {waiting && !problem && (
        <p className="note note-warn">
          <Clock aria-hidden="true" />
          {t("receipt.unreachable")}
        </p>
      )}
      <ol className="tracker">
        <Stop
          done={receipt !== undefined}
          title={t("receipt.saved")}
          text={
            receipt ? t("receipt.savedAt", { time: format.dateTime(at, { timeStyle: "short" }) }) : t("receipt.sending")
          }
          icon={receipt ? <Check aria-hidden="true" /> : <LoaderCircle aria-hidden="true" />}
        />
        <Stop
          done={inLofty}
          title={needsYou ? t("receipt.needsYou") : inLofty ? t("receipt.inLofty") : t("receipt.waiting")}
          text={
            needsYou
              ? reason(receipt.reason)
              : inLofty
                ? t("receipt.lead", { id: receipt.leadId ?? "" })
                : t("receipt.numberComes")
          }
          icon={
            needsYou ? (
              <CircleAlert aria-hidden="true" />
            ) : inLofty ? (
              <CheckCheck aria-hidden="true" />
            ) : (
              <Clock aria-hidden="true" />
            )
          }
        />
      </ol>
      <div className="flex flex-wrap gap-3">
        {problem ? (
          <button type="button" className="btn btn-primary flex-1" onClick={onBack}>
            {t("receipt.goBack")}
          </button>
        ) : (
          <button type="button" className="btn btn-primary flex-1" onClick={onNext} disabled={receipt === undefined}>
            {t("actions.next")}
          </button>
        )}
      </div>
    </section>
  );
}

interface StopProps {
  readonly done: boolean;
  readonly title: string;
  readonly text: string;
  readonly icon: React.ReactNode;
}

function Stop({ done, title, text, icon }: StopProps) {
  return (
    <li className={done ? "done" : ""}>
      <span>
        <b className="block text-lg font-semibold">{title}</b>
        <span className="text-ink-3">{text}</span>
      </span>
      {icon}
    </li>
  );
}
