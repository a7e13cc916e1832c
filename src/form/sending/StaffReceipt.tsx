import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { deviceKind } from "../browser/deviceKind.ts";
import { isComposing } from "../browser/isComposing.ts";
import { Wordmark } from "../station/Wordmark.tsx";
import { SandboxPill } from "../station/SandboxMark.tsx";
import { SignInButton } from "../station/SignInButton.tsx";
import { Bar } from "../ui/Bar.tsx";
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

/** As wide as people read, between edges as wide as the screen. */
const column = "px-[max(1.25rem,calc((100%-48rem)/2+1.25rem))]";
const buttons =
  "[&_.btn]:flex-[0_1_36rem] max-md:[&_.btn]:min-h-14 max-md:[&_.btn]:text-[1.0625rem] in-data-[density=touch]:[&_.btn]:min-h-14 in-data-[density=touch]:[&_.btn-secondary]:px-4 md:in-data-[density=touch]:[&_.btn-secondary]:text-md";

/**
 * The state of a lead for staff: saved, waiting, in Lofty with its id, or what a person must do. The heading gets the
 * focus, and what changes below it is announced.
 */
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
    <main className="flex min-h-dvh flex-col">
      <header className={`on-dark bg-panel pt-5 pb-10 text-on-panel ${column}`}>
        <div className="flex flex-wrap items-center gap-4">
          <Wordmark />
          <SandboxPill />
        </div>
        <h1 ref={heading} tabIndex={-1} className="mt-9 text-[clamp(2.125rem,1.5rem+2.5vw,3.75rem)] font-[520]">
          <Typed text={t(`receipt.${title}`, { name: isolatedAlways(name), device: deviceKind() })} />
        </h1>
        <p role="status" className="mt-2 text-[1.125rem] text-on-panel-2">
          {receipt ? t(needsPerson ? "receipt.savedHere" : "receipt.arrived") : words(sent)}
        </p>
      </header>
      <div className={`flex-1 py-8 ${column}`} aria-live="polite">
        {!problem && <Tracker sent={sent} />}
      </div>
      <Bar className={`flex-wrap [box-shadow:var(--shadow-bar)] ${column} ${buttons}`}>
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
      </Bar>
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
