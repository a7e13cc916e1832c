import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { tellSaved } from "../browser/parentPage.ts";
import { SignInButton } from "../station/SignInButton.tsx";
import { useStation } from "../station/useStation.ts";
import { KioskDone } from "./KioskDone.tsx";
import type { Sent } from "./sent.ts";

interface Props {
  readonly sent: Sent;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const kioskReturnAfterMs = 10_000;
/** The texts of a lead that waits: without a session, and without a network. */
const atKiosk = ["visitorSignedOut", "visitorWaits"] as const;
/** Staff sign in at a kiosk only, never on a visitor's own device. */
const elsewhere = ["linkEnded", "unreachable"] as const;

/** The end of a visitor's form. It shows no names. A kiosk returns to the start after 10 s. */
export function VisitorDone({ sent, onDone, onBack }: Props) {
  const t = useTranslations();
  const { profile } = useStation();
  const kiosk = profile === "kiosk";
  // At a kiosk nobody waits for the network: the lead is on disk, and staff are told on the welcome screen.
  const saved = sent.receipt !== undefined || (kiosk && sent.isOnDisk && sent.problem === undefined);
  useEffect(() => {
    if (saved && !kiosk) tellSaved();
  }, [saved, kiosk]);
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = sent.need !== undefined;
  useLayoutEffect(() => heading.current?.focus(), [saved, waiting]);
  const signedOut = sent.need === "sign-in";
  const goesOn = kiosk && (saved || (waiting && !signedOut));
  const [whenSignedOut, whenUnreachable] = kiosk ? atKiosk : elsewhere;
  const leave = useEffectEvent(onDone);
  useEffect(() => {
    if (!goesOn) return;
    // Staff may be signing in.
    const timer = setInterval(() => document.querySelector("dialog[open]") ?? leave(), kioskReturnAfterMs);
    return () => clearInterval(timer);
  }, [goesOn]);
  if (sent.problem)
    return (
      <Page heading={heading} title={t("receipt.notSaved")} text={t("receipt.refused")}>
        <button type="button" className="btn btn-primary" onClick={onBack}>
          {t("receipt.goBack")}
        </button>
      </Page>
    );
  const waitingText = waiting ? t(`receipt.${signedOut ? whenSignedOut : whenUnreachable}`) : "";
  const notYet = waiting ? t("receipt.notSaved") : t("receipt.sending");
  if (kiosk)
    return (
      <KioskDone
        heading={heading}
        title={saved ? t("receipt.done") : notYet}
        text={saved ? t("receipt.doneText") : waitingText}
        returnAfterMs={goesOn ? kioskReturnAfterMs : undefined}
        onDone={onDone}
      >
        <SignInButton isNeeded={signedOut} look="btn-secondary" after={() => heading.current} />
      </KioskDone>
    );
  return saved ? (
    <Page heading={heading} title={t("receipt.thanks")} text={t("receipt.thanksText")} />
  ) : (
    <Page
      heading={heading}
      title={notYet}
      text={waitingText}
      hint={waiting && !signedOut ? t("embed.keepOpen") : undefined}
    />
  );
}

interface PageProps {
  readonly heading: React.Ref<HTMLHeadingElement>;
  readonly title: string;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly children?: React.ReactNode;
}

function Page({ heading, title, text, hint, children }: PageProps) {
  return (
    <main className="mx-auto grid w-full max-w-2xl gap-6 px-6 py-16 text-center">
      <h1 ref={heading} tabIndex={-1} className="text-5xl">
        {title}
      </h1>
      <div role="status" className="grid gap-6 text-ink-2">
        <p className="text-lg">{text}</p>
        {hint !== undefined && <p>{hint}</p>}
      </div>
      {children}
    </main>
  );
}
