import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { isComposing } from "../browser/isComposing.ts";
import { Wordmark } from "../frame/Wordmark.tsx";
import { SignInButton } from "../station/SignInButton.tsx";
import { Typed } from "../ui/Typed.tsx";
import { ReceiptActions } from "./ReceiptActions.tsx";
import type { Sent } from "./Sending.tsx";
import { Tracker } from "./Tracker.tsx";

interface Props {
  /** Who the lead is about. */
  readonly name: string;
  readonly sent: Sent;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** What became of a lead: saved, on its way, in Lofty with its number; or what a person must do. */
export function StaffReceipt({ name, sent, onNext, onBack }: Props) {
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { receipt, problem } = sent;
  const { title, text } = told(sent);
  const needsPerson = problem !== undefined || receipt?.status === "parked";
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || isComposing(event)) return;
    if (document.activeElement === heading.current && receipt !== undefined) onNext();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <main className="receipt" aria-live="polite">
      <header className="receipt-head on-dark">
        <Wordmark />
        <h1 ref={heading} tabIndex={-1}>
          <Typed text={t(`receipt.${title}`, { name: isolatedAlways(name) })} />
        </h1>
        <p role={problem ? "alert" : undefined}>{t(`receipt.${text}`)}</p>
      </header>
      <div className="receipt-body">{!problem && <Tracker sent={sent} />}</div>
      <div className="bar">
        <ReceiptActions sent={sent} onFix={onBack} />
        {sent.signedOut ? (
          <SignInButton look="btn-primary" after={() => heading.current} />
        ) : (
          <button
            type="button"
            className={`btn ${needsPerson ? "btn-quiet" : "btn-primary"}`}
            onClick={onNext}
            disabled={receipt === undefined && !problem}
          >
            {t("actions.next")}
          </button>
        )}
      </div>
    </main>
  );
}

/** The heading and the sentence below it, as keys of the catalogue. */
function told({ receipt, problem, waiting, signedOut }: Sent) {
  if (signedOut) return { title: "notSaved", text: "signedOut" } as const;
  if (problem) return { title: "notSavedName", text: "refused" } as const;
  if (!receipt)
    return waiting
      ? ({ title: "notSaved", text: "unreachable" } as const)
      : ({ title: "sending", text: "sendingText" } as const);
  if (receipt.status === "parked") return { title: "needsYouName", text: "savedHere" } as const;
  return receipt.leadId === undefined
    ? ({ title: "saved", text: "arrived" } as const)
    : ({ title: "inLofty", text: "arrived" } as const);
}
