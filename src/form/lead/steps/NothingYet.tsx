import { useTranslations } from "use-intl";
import type { LeadInHand } from "../draft/leadInHand.ts";

/** A message above the bar after a press on Save in an empty form. It does not move the layout. */
export function NothingYet({ lead }: { readonly lead: LeadInHand }) {
  const t = useTranslations("draft");
  return (
    <p role="status" className="nothing-yet">
      {lead.isUntouched && <span>{t("nothingYet")}</span>}
    </p>
  );
}
