import { useQuery } from "@tanstack/react-query";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { ask } from "../browser/api.ts";
import { queryClient } from "../browser/queryClient.ts";
import { keep, recall } from "../browser/device.ts";

const empty: Vocabulary = { stages: [], tags: [], agents: [], offices: [], attributes: [] };
const queryKey = ["vocabulary"];
const freshMs = 10 * 60_000;

/** Lofty's lists. Shown at once from the copy on this device, then refreshed. Empty if there is neither. */
export function useVocabulary(): {
  readonly vocabulary: Vocabulary;
  readonly stale: boolean;
  readonly pending: boolean;
} {
  const { data, isError, isPending } = useQuery(
    {
      queryKey,
      queryFn: async () => {
        const now = await ask<Vocabulary>("GET", "/api/vocabulary");
        keep("vocabulary", now);
        return now;
      },
      initialData: () => recall<Vocabulary>("vocabulary"),
      initialDataUpdatedAt: 0,
      staleTime: freshMs,
    },
    queryClient,
  );
  return { vocabulary: { ...empty, ...data }, stale: isError, pending: isPending };
}

/** The same lists for code outside of components. */
export const vocabularyNow = (): Vocabulary => ({ ...empty, ...queryClient.getQueryData<Vocabulary>(queryKey) });
