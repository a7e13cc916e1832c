import { Check, CheckCheck, CircleAlert, Clock, LoaderCircle, Smartphone } from "lucide-react";
import { useState, type ComponentType, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { deviceKind } from "../browser/deviceKind.ts";
import { CopyNumber } from "./CopyNumber.tsx";
import type { Sent } from "./sent.ts";
import { useReason } from "./useReason.ts";

/** The title for a status before the lead is in Lofty. The default is "waiting". */
const titles: { readonly [status: string]: "sending" | "checking" | undefined } = {
  sending: "sending",
  unknown: "checking",
};

/** The progress of a lead in three stops: saved, sent, in Lofty. */
export function Tracker({ sent }: { readonly sent: Sent }) {
  const t = useTranslations("receipt");
  const format = useFormatter();
  const reason = useReason();
  const [at] = useState(() => new Date());
  const { receipt, isOnDisk } = sent;
  const saved = receipt !== undefined;
  const inLofty = receipt?.leadId !== undefined;
  const needsYou = receipt?.status === "parked";
  const time = format.dateTime(at, { timeStyle: "short" });
  return (
    <ol className="tracker grid max-w-xl gap-6">
      <Stop
        done={saved}
        icon={saved ? Check : isOnDisk ? Smartphone : LoaderCircle}
        title={saved ? t("saved") : t(isOnDisk ? "onDevice" : "notSaved", { device: deviceKind() })}
        text={saved ? t("savedAt", { time }) : ""}
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
  readonly icon: ComponentType<{ "aria-hidden": "true"; className: string }> | undefined;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

function Stop({ done, icon: Icon, title, text, action }: StopProps) {
  return (
    <li className={`relative flex min-h-12 justify-between gap-4 pl-12 text-ink-3 ${done ? "done" : ""}`}>
      <span>
        <b className={`block text-[1.125rem] font-[620] ${done ? "text-ink" : "text-ink-2"}`}>{title}</b>
        <span>{text}</span> {action && <span className="-my-3 inline-block">{action}</span>}
      </span>
      {Icon && <Icon aria-hidden="true" className={`mt-[.2rem] ${done ? "text-ok" : "text-ink-2"}`} />}
    </li>
  );
}
