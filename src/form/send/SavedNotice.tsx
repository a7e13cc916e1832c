import { CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Outgoing } from "./outgoing.ts";
import { Sending, type Sent } from "./Sending.tsx";
import { dropUnsent } from "./unsent.ts";
import { useReason } from "./useReason.ts";

interface Props {
  readonly outgoing: Outgoing;
  /** Opens a refused lead again. */
  readonly onFix: () => void;
}

/** What became of the lead just saved, above the form for the next one. */
export function SavedNotice({ outgoing, onFix }: Props) {
  return (
    <Sending outgoing={outgoing} onReceipt={() => dropUnsent(outgoing)}>
      {(sent) => <Line outgoing={outgoing} sent={sent} onFix={onFix} />}
    </Sending>
  );
}

function Line({ outgoing, sent, onFix }: Props & { readonly sent: Sent }) {
  const t = useTranslations();
  const reason = useReason();
  const { receipt, problem, waiting } = sent;
  const name = String(outgoing.body.lead["firstName"]);
  const inLofty = receipt?.leadId !== undefined;
  const parked = receipt?.status === "parked";
  const Icon = problem || parked ? CircleAlert : inLofty ? CheckCheck : Clock;
  const look = problem || parked ? "note-over" : inLofty ? "note-ok" : waiting ? "note-warn" : "";
  return (
    <p role="status" className={`note ${look} mx-auto w-full max-w-3xl items-center rounded-none px-5`}>
      <Icon aria-hidden="true" />
      <span className="flex-1 wrap-anywhere">
        <b className="font-semibold">
          {t(problem || waiting ? "saved.notSaved" : receipt ? "saved.saved" : "saved.sending", { name })}
        </b>{" "}
        {problem ? t("receipt.refused") : waiting ? t("receipt.unreachable") : parked ? reason(receipt.reason) : null}
        {inLofty && <span>{t("receipt.lead", { id: receipt.leadId ?? "" })}</span>}
      </span>
      {problem && (
        <button type="button" className="btn btn-secondary" onClick={onFix}>
          {t("saved.fix")}
        </button>
      )}
    </p>
  );
}
