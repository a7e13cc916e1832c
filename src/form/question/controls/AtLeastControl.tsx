import { useTranslations } from "use-intl";
import type { LeafProps } from "../answers/control.ts";
import { FewOptions } from "./FewOptions.tsx";

/** A minimum number: any, 1+, 2+ … A value outside these (for example from another device) gets its own button. */
export function AtLeastControl({ field, path, answer }: LeafProps<string | number>) {
  const t = useTranslations("field");
  const { value, change } = answer;
  const offered = Array.from({ length: field.upTo ?? 0 }, (_, index) => String(index + 1));
  const chosen = value === undefined || value === "" ? undefined : String(value);
  const numbers = chosen === undefined || offered.includes(chosen) ? offered : [...offered, chosen];
  const options = [
    { value: undefined, words: t("any") },
    ...numbers.map((number) => ({ value: number, words: t("atLeast", { number }) })),
  ];
  const pick = (number: string | undefined) =>
    change(number !== undefined && field.kind === "atLeast" ? Number(number) : number);
  return <FewOptions path={path} value={chosen} options={options} change={pick} />;
}
