import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { limits } from "#lead/limits.ts";
import { measure } from "#lead/measure.ts";
import { phonesIn } from "#lead/phone.ts";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";

const fits = (part: string) => measure(part, limits.phone, "phone").left >= 0;

/** Offers a row for each of several numbers in one box, if they are too long for one. */
export function SplitOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { getValues, setValue } = useFormContext();
  const typed = useRead(path, (text) => (fits(text) ? "" : text));
  const parts = phonesIn(typed);
  const [, list, row] = /^(.*)\.(\d+)$/.exec(path) ?? [];
  if (list === undefined || !parts?.every(fits)) return null;
  const split = () => setValue(list, (getValues(list) as string[]).toSpliced(Number(row), 1, ...parts));
  return (
    <FixButton path={path} onTake={split}>
      {t("split", { count: parts.length })}
    </FixButton>
  );
}
