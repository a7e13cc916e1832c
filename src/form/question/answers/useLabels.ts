import { useTranslations } from "use-intl";
import { keyOf } from "#lead/questions.ts";

/** Returns a function that returns the label of a field, as staff see it. */
export function useLabels(): (path: string) => string {
  // The keys are made from data. words.ts makes the compiler check them.
  const t = useTranslations("fields") as unknown as (key: string) => string;
  return (path) => t(`${keyOf(path)}.label`);
}
