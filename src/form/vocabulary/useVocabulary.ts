import { useQuery } from "@tanstack/react-query";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";
import { keep, recall } from "../device.ts";

const empty: Vocabulary = { stages: [], tags: [], agents: [], offices: [], attributes: [] };
const queryKey = ["vocabulary"];
const freshMs = 10 * 60_000;

/** Lofty's own lists: shown at once as this device last had them, refreshed behind, usable when neither answers. */
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

/** The same lists outside of a component. */
export const vocabularyNow = (): Vocabulary => ({ ...empty, ...queryClient.getQueryData<Vocabulary>(queryKey) });
