import { useTranslations } from "use-intl";
import type { LeadInHand } from "./leadInHand.ts";

/** Said above the bar after a press on Save that met an untouched form. It moves nothing. */
export function NothingYet({ lead }: { readonly lead: LeadInHand }) {
  const t = useTranslations("draft");
  return (
    <p role="status" className="nothing-yet">
      {lead.isUntouched && <span>{t("nothingYet")}</span>}
    </p>
  );
}
