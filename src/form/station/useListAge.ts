import { useNow, useTranslations } from "use-intl";
import { useTimeOf } from "./useTimeOf.ts";
import { useVocabulary } from "./useVocabulary.ts";

const oldMs = 30 * 60_000;

/** Returns a text with the age of Lofty's lists if they could not be refreshed or are older than 30 minutes. */
export function useListAge(): string | undefined {
  const t = useTranslations("vocabulary");
  const timeOf = useTimeOf();
  const { vocabulary, stale } = useVocabulary();
  const now = useNow({ updateInterval: 60_000 });
  if (vocabulary.fetchedAt === undefined) return stale ? t("none") : undefined;
  const at = new Date(vocabulary.fetchedAt);
  if (!stale && now.getTime() - at.getTime() < oldMs) return undefined;
  return t("from", { time: timeOf(at) });
}
