import { useFormContext, useWatch } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import type { Kind } from "#lead/field.ts";
import { questionAt } from "#lead/questions.ts";
import { formatNumber, likelyNumbers } from "../controls/numbers.ts";
import { WayOut } from "./WayOut.tsx";

interface Props {
  readonly path: string;
  /** The kind of the answer, where the question is the office's own. */
  readonly kind?: Kind;
}

/** A number as other countries write it (`650.000`, `2½`): what is likely meant, offered back. */
export function NumberOffer({ path, kind = questionAt(path)?.kind ?? "number" }: Props) {
  const t = useTranslations("offers");
  const locale = useLocale();
  const { setValue } = useFormContext();
  const typed = String(useWatch({ name: path }) ?? "");
  const likely = likelyNumbers(typed, locale, kind);
  if (likely.length === 0) return null;
  return (
    <p className="message" role="status">
      {likely.map((number) => (
        <WayOut key={number} path={path} onTake={() => setValue(path, number)}>
          {t("useNumber", { number: formatNumber(number, locale) })}
        </WayOut>
      ))}
    </p>
  );
}
