import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { valueAt } from "#lead/valueAt.ts";

/** A city without its state may be any of many. Said, never demanded: Lofty takes it. */
export function StateOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const row = path.replace(/\.\w+$/, "");
  const isMissing = useWatch({
    compute: (draft: object) => {
      const said = (part: string) => valueAt(draft, `${row}.${part}`);
      return Boolean(said("city")) && !said("stateCode") && !said("zipCode");
    },
  });
  return isMissing ? <p className="message">{t("addState")}</p> : null;
}
