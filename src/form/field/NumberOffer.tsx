import { useFormContext, useWatch } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { focusNow } from "../controls/focusSoon.ts";
import { formatNumber } from "../controls/numbers.ts";

/** Dots between thousands, as much of the world writes them: what is likely meant, offered back. */
export function NumberOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const locale = useLocale();
  const { setValue, trigger } = useFormContext();
  const typed = String(useWatch({ name: path }) ?? "").trim();
  if (!/^[1-9]\d{0,2}(\.\d{3})+$/.test(typed)) return null;
  const meant = typed.replaceAll(".", "");
  const use = () => {
    focusNow(path);
    setValue(path, meant);
    void trigger(path);
  };
  return (
    <p className="message" role="status">
      <button type="button" className="btn btn-quiet way-out" onClick={use}>
        {t("useNumber", { number: formatNumber(meant, locale) })}
      </button>
    </p>
  );
}
