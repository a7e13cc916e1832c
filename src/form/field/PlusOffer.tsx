import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useAbroad } from "./usePhone.ts";
import { WayOut } from "./WayOut.tsx";
import { isolatedAlways } from "#lead/characters.ts";

/** A number from abroad without its "+", offered with it. */
export function PlusOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const typed = (useWatch({ name: path }) as string | undefined) ?? "";
  const phone = useAbroad(typed);
  if (phone === undefined) return null;
  return (
    <WayOut path={path} onTake={() => setValue(path, phone)}>
      {t("useShort", { phone: isolatedAlways(phone) })}
    </WayOut>
  );
}
