import { ArrowLeftRight } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FixButton } from "./FixButton.tsx";
import { Message } from "../../ui/Message.tsx";

/** If the ends of a range are in the wrong order, offers to swap them. */
export function RangeOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { getValues, setValue } = useFormContext();
  const lowPath = path.replace(/Max$/, "Min");
  const swapped = useWatch({
    name: [lowPath, path],
    compute: ([low, high]: readonly unknown[]) => Boolean(low) && Boolean(high) && Number(high) < Number(low),
  });
  if (!swapped) return null;
  const swap = () => {
    const [low, high]: unknown[] = getValues([lowPath, path]);
    setValue(lowPath, high);
    setValue(path, low);
  };
  return (
    <Message hasButton role="status">
      {t("swapped")}
      <FixButton path={path} onTake={swap}>
        <ArrowLeftRight aria-hidden="true" />
        {t("swap")}
      </FixButton>
    </Message>
  );
}
