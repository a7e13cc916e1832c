import { useFormContext, useWatch } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "../controls/numbers.ts";
import { WayOut } from "./WayOut.tsx";

/** Dots between thousands, as much of the world writes them: what is likely meant, offered back. */
export function NumberOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const locale = useLocale();
  const { setValue } = useFormContext();
  const typed = String(useWatch({ name: path }) ?? "").trim();
  if (!/^[1-9]\d{0,2}(\.\d{3})+$/.test(typed)) return null;
  const meant = typed.replaceAll(".", "");
  return (
    <p className="message" role="status">
      <WayOut path={path} onTake={() => setValue(path, meant)}>
        {t("useNumber", { number: formatNumber(meant, locale) })}
      </WayOut>
    </p>
  );
}
