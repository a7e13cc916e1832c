import { useTranslations } from "use-intl";
import type { LeadInHand } from "../draft/leadInHand.ts";

/** A message above the bar after a press on Save in an empty form. It does not move the layout. */
export function NothingYet({ lead }: { readonly lead: LeadInHand }) {
  const t = useTranslations("draft");
  return (
    <p role="status" className="pointer-events-none absolute inset-x-0 bottom-full flex justify-center">
      {lead.isUntouched && (
        <span className="m-2 rounded-control bg-panel px-3 py-[.35rem] text-(length:--label) text-on-panel">
          {t("nothingYet")}
        </span>
      )}
    </p>
  );
}
