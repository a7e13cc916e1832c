import { CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import type { Problem } from "../api.ts";
import { draftAgain } from "../lead/draftAgain.ts";
import { SignInButton } from "../station/SignInButton.tsx";
import { useStation } from "../station/useStation.ts";
import type { Outgoing } from "./outgoing.ts";
import { ReceiptActions } from "./ReceiptActions.tsx";
import { Sending, type Sent } from "./Sending.tsx";
import { useUntilTouched } from "./touched.ts";
import { useReason } from "./useReason.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly outgoing: Outgoing;
  /** A refused lead is a draft again: the form opens with it. */
  readonly onFix: (problem: Problem | undefined) => void;
}

/** What became of the lead just saved, above the form for the next one. */
export function SavedNotice({ outgoing, onFix }: Props) {
  return <Sending outgoing={outgoing}>{(sent) => <Line outgoing={outgoing} sent={sent} onFix={onFix} />}</Sending>;
}

function Line({ outgoing, sent, onFix }: Props & { readonly sent: Sent }) {
  const t = useTranslations();
  const reason = useReason();
  const { receipt, problem, waiting, signedOut } = sent;
  const line = useRef<HTMLDivElement>(null);
  const name = String(outgoing.body.lead["firstName"]);
  const station = useStation();
  const fix = () => {
    draftAgain(station, outgoing, outgoing.body.lead);
    onFix(problem);
  };
  const inLofty = receipt?.leadId !== undefined;
  const parked = receipt?.status === "parked";
  const place = useUntilTouched(!problem && !waiting && !parked);
  if (place === "gone") return null;
  const Icon = problem || parked ? CircleAlert : inLofty ? CheckCheck : Clock;
  const look = problem || parked ? "note-over" : inLofty ? "note-ok" : waiting ? "note-warn" : "";
  return (
    <div
      ref={line}
      tabIndex={-1}
      role="status"
      className={`note ${look} ${place === "hidden" ? "invisible" : ""} mx-auto w-full max-w-3xl flex-wrap items-center rounded-none px-5`}
    >
      <Icon aria-hidden="true" />
      <span className="flex-1 basis-52 wrap-anywhere">
        <b className="font-semibold">
          <Typed
            text={t(problem || waiting ? "saved.notSaved" : receipt ? "saved.saved" : "saved.sending", {
              name: isolatedAlways(name),
            })}
          />
        </b>{" "}
        <span>
          {problem
            ? t("receipt.refused")
            : waiting
              ? t(signedOut ? "receipt.signedOut" : "receipt.unreachable")
              : parked
                ? reason(receipt.reason)
                : null}
        </span>
        {inLofty && <span className="whitespace-nowrap">{t("receipt.lead", { id: receipt.leadId ?? "" })}</span>}
      </span>
      <ReceiptActions sent={sent} onFix={fix} />
      {signedOut && <SignInButton look="btn-secondary" after={() => line.current} />}
    </div>
  );
}
