import { Check, CheckCheck, CircleAlert, Clock, LoaderCircle } from "lucide-react";
import { useState, type ComponentType, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CopyNumber } from "./CopyNumber.tsx";
import type { Sent } from "./Sending.tsx";
import { useReason } from "./useReason.ts";

/** What a lead that is not in Lofty yet is doing. */
const titles: { readonly [status: string]: "sending" | "checking" | undefined } = {
  sending: "sending",
  unknown: "checking",
};

/** How far a lead has come, as a dimension line with three ticks: saved, sent, in Lofty. */
export function Tracker({ sent }: { readonly sent: Sent }) {
  const t = useTranslations("receipt");
  const format = useFormatter();
  const reason = useReason();
  const [at] = useState(() => new Date());
  const { receipt } = sent;
  const saved = receipt !== undefined;
  const inLofty = receipt?.leadId !== undefined;
  const needsYou = receipt?.status === "parked";
  const time = format.dateTime(at, { timeStyle: "short" });
  return (
    <ol className="tracker">
      <Stop
        done={saved}
        icon={saved ? Check : LoaderCircle}
        title={t("saved")}
        text={saved ? t("savedAt", { time }) : t("sending")}
      />
      {needsYou ? (
        <Stop done={false} icon={CircleAlert} title={t("needsYou")} text={reason(receipt.reason)} />
      ) : (
        <Stop
          done={inLofty}
          icon={inLofty ? Check : receipt?.status === "sending" ? LoaderCircle : Clock}
          title={t(inLofty ? "sent" : (titles[receipt?.status ?? "accepted"] ?? "waiting"))}
          text={saved && !inLofty ? t(receipt.reason === "credentials" ? "waitsForKey" : "waitingText") : ""}
        />
      )}
      <Stop
        done={inLofty}
        icon={inLofty ? CheckCheck : undefined}
        title={t("inLofty")}
        text={inLofty ? t("lead", { id: receipt.leadId }) : t("numberComes")}
        action={inLofty && <CopyNumber id={receipt.leadId} />}
      />
    </ol>
  );
}

interface StopProps {
  readonly done: boolean;
  readonly icon: ComponentType<{ "aria-hidden": "true" }> | undefined;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

function Stop({ done, icon: Icon, title, text, action }: StopProps) {
  return (
    <li className={done ? "done" : ""}>
      <span>
        <b>{title}</b>
        <span>{text}</span> {action && <span className="-my-3 inline-block">{action}</span>}
      </span>
      {Icon && <Icon aria-hidden="true" />}
    </li>
  );
}
