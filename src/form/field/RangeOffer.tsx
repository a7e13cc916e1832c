import { ArrowLeftRight } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";

/** Both ends of a range the wrong way round, offered back: perhaps the person meant it. */
export function RangeOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const lowPath = path.replace(/Max$/, "Min");
  const [low, high] = useWatch({ name: [lowPath, path] }) as (string | number | undefined)[];
  if (!low || !high || !(Number(high) < Number(low))) return null;
  const swap = () => {
    setValue(lowPath, high);
    setValue(path, low);
  };
  return (
    <p className="message" role="status">
      {t("swapped")}
      <button type="button" className="btn btn-quiet -my-2 min-h-0" onClick={swap}>
        <ArrowLeftRight aria-hidden="true" />
        {t("swap")}
      </button>
    </p>
  );
}
