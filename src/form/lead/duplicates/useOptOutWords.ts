import { useFormatter, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import type { KnownOptOut } from "#lead/submission/duplicates.ts";

/** Returns a function that says what the person with an email or phone has opted out of. */
export function useOptOutWords(): (known: KnownOptOut) => string {
  const t = useTranslations("duplicates");
  const format = useFormatter();
  return ({ value, ways }) =>
    t("optedOut", { value: isolatedAlways(value), ways: format.list(ways.map((way) => t(`ways.${way}`))) });
}
