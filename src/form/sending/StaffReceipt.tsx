import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { deviceKind } from "../browser/deviceKind.ts";
import { isComposing } from "../browser/isComposing.ts";
import { Wordmark } from "../station/Wordmark.tsx";
import { SandboxPill } from "../station/SandboxMark.tsx";
import { SignInButton } from "../station/SignInButton.tsx";
import { Typed } from "../ui/Typed.tsx";
import { ReceiptActions } from "./ReceiptActions.tsx";
import type { Sent } from "./sent.ts";
import { Tracker } from "./Tracker.tsx";
import { placeOf, useSentWords } from "./useSentWords.ts";

interface Props {
  /** The name of the person in the lead. */
  readonly name: string;
  readonly sent: Sent;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** The state of a lead for staff: saved, waiting, in Lofty with its id, or what a person must do. */
export function StaffReceipt({ name, sent, onNext, onBack }: Props) {
  const t = useTranslations();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const words = useSentWords();
  const { receipt, problem, isOnDisk } = sent;
  const title = titleOf(sent);
  const needsPerson = problem !== undefined || receipt?.status === "parked";
  // A lead that is stored (here or at the proxy) or refused does not hold up the next one.
  const mayGoOn = receipt !== undefined || problem !== undefined || isOnDisk;
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.repeat || isComposing(event)) return;
    if (document.activeElement === heading.current && mayGoOn) onNext();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <main className="receipt" aria-live="polite">
      <header className="receipt-head on-dark">
        <div className="flex flex-wrap items-center gap-4">
          <Wordmark />
          <SandboxPill />
        </div>
        <h1 ref={heading} tabIndex={-1}>
          <Typed text={t(`receipt.${title}`, { name: isolatedAlways(name), device: deviceKind() })} />
        </h1>
        <p role={problem ? "alert" : undefined}>
          {receipt ? t(needsPerson ? "receipt.savedHere" : "receipt.arrived") : words(sent)}
        </p>
      </header>
      <div className="receipt-body">{!problem && <Tracker sent={sent} />}</div>
      <div className="bar">
        <ReceiptActions sent={sent} onFix={onBack} />
        <SignInButton isNeeded={sent.need === "sign-in"} look="btn-primary" after={() => heading.current} />
        {sent.need !== "sign-in" && (
          <button
            type="button"
            className={`btn ${needsPerson ? "btn-quiet" : "btn-primary"}`}
            onClick={onNext}
            disabled={!mayGoOn}
          >
            {t("actions.next")}
          </button>
        )}
      </div>
    </main>
  );
}

/** The catalogue key of the heading. */
function titleOf(sent: Sent) {
  switch (placeOf(sent)) {
    case "refused":
      return "notSavedName";
    case "memory":
      return "notSaved";
    case "needsYou":
      return "needsYouName";
    case "inLofty":
    case "confirmed":
      return "inLofty";
    case "accepted":
    case "sending":
    case "checking":
      return "saved";
    default:
      return "onDevice";
  }
}
