import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { SignInButton } from "../station/SignInButton.tsx";
import { useStation } from "../station/useStation.ts";
import type { Sent } from "./Sending.tsx";

interface Props {
  readonly sent: Sent;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const returnAfterMs = 10_000;

/** The end of a visitor's form. It names nobody, and at the kiosk makes room for the next by itself. */
export function VisitorDone({ sent, onDone, onBack }: Props) {
  const t = useTranslations();
  const { profile } = useStation();
  const kiosk = profile === "kiosk";
  const saved = sent.receipt !== undefined;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [saved]);
  const waits = sent.signedOut ? "visitorSignedOut" : "unreachable";
  useEffect(() => {
    if (!kiosk || !saved) return;
    const timer = setTimeout(onDone, returnAfterMs);
    return () => clearTimeout(timer);
  }, [kiosk, saved, onDone]);
  if (sent.problem)
    return (
      <Page heading={heading} title={t("receipt.notSaved")} text={t("receipt.refused")}>
        <button type="button" className="btn btn-primary" onClick={onBack}>
          {t("receipt.goBack")}
        </button>
      </Page>
    );
  if (!saved)
    return (
      <Page
        heading={heading}
        title={sent.waiting ? t("receipt.notSaved") : t("receipt.sending")}
        text={sent.waiting ? t(`receipt.${waits}`) : ""}
      >
        {sent.signedOut && <SignInButton look="btn-secondary" after={() => heading.current} />}
      </Page>
    );
  return kiosk ? (
    <Page heading={heading} title={t("receipt.done")} text={t("receipt.doneText")}>
      <button type="button" className="btn btn-primary" onClick={onDone}>
        {t("receipt.doneButton")}
      </button>
    </Page>
  ) : (
    <Page heading={heading} title={t("receipt.thanks")} text={t("receipt.thanksText")} />
  );
}

interface PageProps {
  readonly heading: React.Ref<HTMLHeadingElement>;
  readonly title: string;
  readonly text: string;
  readonly children?: React.ReactNode;
}

function Page({ heading, title, text, children }: PageProps) {
  return (
    <main className="mx-auto grid w-full max-w-2xl gap-6 px-6 py-16 text-center" aria-live="polite">
      <h1 ref={heading} tabIndex={-1} className="text-5xl">
        {title}
      </h1>
      <p className="text-lg text-ink-2">{text}</p>
      {children}
    </main>
  );
}
