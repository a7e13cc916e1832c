import { useTranslations } from "use-intl";
import { keyOf } from "#lead/questions.ts";

/** Labels of any fields, as staff read them. */
export function useLabels(): (path: string) => string {
  const t = useTranslations("fields");
  return (path) => t(`${keyOf(path)}.label`);
}
