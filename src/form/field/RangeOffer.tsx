import { ArrowLeftRight } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { valueAt } from "#lead/valueAt.ts";
import { WayOut } from "./WayOut.tsx";

/** Both ends of a range the wrong way round, offered back: perhaps the person meant it. */
export function RangeOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { getValues, setValue } = useFormContext();
  const lowPath = path.replace(/Max$/, "Min");
  const swapped = useWatch({
    compute: (draft: object) => {
      const [low, high] = [valueAt(draft, lowPath), valueAt(draft, path)];
      return Boolean(low) && Boolean(high) && Number(high) < Number(low);
    },
  });
  if (!swapped) return null;
  const swap = () => {
    const [low, high]: unknown[] = getValues([lowPath, path]);
    setValue(lowPath, high);
    setValue(path, low);
  };
  return (
    <p className="message" role="status">
      {t("swapped")}
      <WayOut path={path} onTake={swap}>
        <ArrowLeftRight aria-hidden="true" />
        {t("swap")}
      </WayOut>
    </p>
  );
}
