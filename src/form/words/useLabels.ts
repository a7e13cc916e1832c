import { useTranslations } from "use-intl";
import { keyOf } from "#lead/questions.ts";

/** Labels of any fields, as staff read them. */
export function useLabels(): (path: string) => string {
  // A key made from data, which words.ts has the compiler check.
  const t = useTranslations("fields") as unknown as (key: string) => string;
  return (path) => t(`${keyOf(path)}.label`);
}
