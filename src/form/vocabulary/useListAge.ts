import { useFormatter, useNow, useTranslations } from "use-intl";
import { useVocabulary } from "./useVocabulary.ts";

const oldMs = 30 * 60_000;

/** How old Lofty's lists are, where it matters: when they could not be had anew. */
export function useListAge(): string | undefined {
  const t = useTranslations("vocabulary");
  const format = useFormatter();
  const { vocabulary, stale } = useVocabulary();
  const now = useNow({ updateInterval: 60_000 });
  if (vocabulary.fetchedAt === undefined) return stale ? t("none") : undefined;
  const at = new Date(vocabulary.fetchedAt);
  if (!stale && now.getTime() - at.getTime() < oldMs) return undefined;
  const isToday = at.toDateString() === now.toDateString();
  return t("from", {
    time: format.dateTime(at, isToday ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" }),
  });
}
