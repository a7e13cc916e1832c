import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useAbroad } from "./usePhone.ts";
import { FixButton } from "./FixButton.tsx";
import { isolatedAlways } from "#lead/characters.ts";

/** Offers the missing "+" of a number from abroad. */
export function PlusOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const phone = useAbroad(path);
  if (phone === undefined) return null;
  return (
    <FixButton path={path} onTake={() => setValue(path, phone)}>
      {t("useShort", { phone: isolatedAlways(phone) })}
    </FixButton>
  );
}
