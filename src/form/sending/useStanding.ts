import { useFormatter, useTranslations } from "use-intl";
import type { OutboxEntry } from "#lead/submission/staffAnswers.ts";
import { useReason } from "./useReason.ts";
import { stateOf, wasRefused } from "./states.ts";
import { useWhy } from "./useWhy.ts";

interface Standing {
  /** The most important part. Shown first and bold. */
  readonly strong: string | undefined;
  readonly text: string;
}

/**
 * Returns a function that describes a submission's state in words. Times are approximate because Lofty's rate limit
 * decides.
 */
export function useStanding(): (entry: OutboxEntry) => Standing {
  const t = useTranslations("outbox");
  const reasonOf = useReason();
  const whyOf = useWhy();
  const format = useFormatter();
  return (entry) => {
    const { leadId, reason, nextAttemptAt } = entry;
    const due = nextAttemptAt === undefined ? undefined : new Date(nextAttemptAt);
    const soon = due === undefined || due.getTime() <= Date.now();
    const time = due && !soon ? format.dateTime(due, { timeStyle: "short" }) : undefined;
    switch (stateOf(entry)) {
      case "refused":
        return { strong: t(wasRefused(entry) ? "notAccepted" : "notSent"), text: reasonOf(reason) };
      case "maybe":
        return { strong: t("lookFirst"), text: reasonOf(reason) };
      case "checking":
        return { strong: t("checking"), text: time ? t("checkingAt", { time }) : t("dropped") };
      case "sending":
        return { strong: undefined, text: t("sending") };
      case "waiting": {
        const why = reason && whyOf(reason);
        // It is retried, but a success is not certain, so no time is given.
        if (why && reason === "credentials") return { strong: undefined, text: why };
        return { strong: undefined, text: [why, time ? t("nextTry", { time }) : t("soon")].filter(Boolean).join(" ") };
      }
      case "inLofty": {
        const lead = leadId === undefined ? t("foundByStaff") : t("lead", { id: leadId });
        if (entry.forbadeContact) return { strong: t("forbadeContact"), text: t("knownPerson", { lead }) };
        if (reason === "known-person") return { strong: undefined, text: t("knownPerson", { lead }) };
        return { strong: undefined, text: reason === "unrecognized" ? t("unrecognized", { lead }) : lead };
      }
    }
  };
}
