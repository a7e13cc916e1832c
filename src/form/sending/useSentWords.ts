import {
  CheckCheck,
  CircleAlert,
  CloudOff,
  KeyRound,
  LoaderCircle,
  NotebookPen,
  Smartphone,
  TriangleAlert,
  Clock,
} from "lucide-react";
import type { ComponentType } from "react";
import { useTranslations } from "use-intl";
import { deviceKind } from "../browser/deviceKind.ts";
import type { Sent } from "./sent.ts";
import { useReason } from "./useReason.ts";

/**
 * Where a submission is. On this device: `memory` (not stored), `saved`, `edited`, `offline`, `busy`, `signedOut`,
 * `refused`. At the office: `accepted`, `sending`, `checking`, `needsYou`. `inLofty` and `confirmed`: there.
 */
export type Place =
  | "memory"
  | "saved"
  | "edited"
  | "offline"
  | "busy"
  | "signedOut"
  | "refused"
  | "accepted"
  | "sending"
  | "checking"
  | "needsYou"
  | "inLofty"
  | "confirmed";

const needs = { network: "offline", busy: "busy", "sign-in": "signedOut" } as const;
const statuses = {
  accepted: "accepted",
  sending: "sending",
  unknown: "checking",
  parked: "needsYou",
  delivered: "inLofty",
  confirmed: "confirmed",
} as const;

export function placeOf({ receipt, problem, need, isOnDisk, isEdited }: Sent): Place {
  if (receipt) return statuses[receipt.status];
  if (isEdited) return "edited";
  if (problem) return "refused";
  if (!isOnDisk) return "memory";
  return need ? needs[need] : "saved";
}

type Icon = ComponentType<{ readonly "aria-hidden": "true"; readonly className?: string }>;

/** The icon of each place. What is on this device never looks like what is in Lofty. */
export const placeIcons: { readonly [place in Place]: Icon } = {
  memory: TriangleAlert,
  saved: Smartphone,
  edited: NotebookPen,
  offline: CloudOff,
  busy: Clock,
  signedOut: KeyRound,
  refused: CircleAlert,
  accepted: Clock,
  sending: LoaderCircle,
  checking: LoaderCircle,
  needsYou: CircleAlert,
  inLofty: CheckCheck,
  confirmed: CheckCheck,
};

/** Returns a function that says where a submission is, in one sentence. */
export function useSentWords(): (sent: Sent) => string {
  const t = useTranslations("sent");
  const reason = useReason();
  const device = deviceKind();
  return (sent) => {
    const { receipt, problem } = sent;
    if (receipt?.status === "parked") return reason(receipt.reason);
    if (receipt?.reason === "credentials") return t("waitsForKey");
    if (problem?.type === "/problems/key-reused") return t("changedLate");
    return t(placeOf(sent), { device, id: receipt?.leadId ?? "" });
  };
}
