import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { limits } from "#lead/limits.ts";
import { measure } from "#lead/measure.ts";
import { WayOut } from "./WayOut.tsx";

const leastDigits = 7;
const isNumber = (part: string) =>
  part.replaceAll(/\D/g, "").length >= leastDigits && measure(part, limits.phone).left >= 0;

/** Several numbers in one box, too long for one: a box each. */
export function SplitOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { getValues, setValue } = useFormContext();
  const typed = (useWatch({ name: path }) as string | undefined) ?? "";
  const parts = typed.split(/[/;,&|]|\s(?:or|and)\s/i).map((part) => part.trim());
  const [, list, row] = /^(.*)\.(\d+)$/.exec(path) ?? [];
  if (list === undefined || parts.length < 2 || !parts.every(isNumber)) return null;
  if (measure(typed, limits.phone).left >= 0) return null;
  const split = () => setValue(list, (getValues(list) as string[]).toSpliced(Number(row), 1, ...parts));
  return (
    <WayOut path={path} onTake={split}>
      {t("split", { count: parts.length })}
    </WayOut>
  );
}
