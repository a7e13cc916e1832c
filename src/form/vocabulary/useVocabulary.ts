import { QueryClient, useQuery } from "@tanstack/react-query";
import type { Vocabulary } from "#lead/vocabulary.ts";
import { ask } from "../api.ts";

const empty: Vocabulary = { stages: [], tags: [], agents: [], offices: [], attributes: [] };
const kept = "foyer:vocabulary";
const freshMs = 10 * 60_000;
const client = new QueryClient();

/** Lofty's own lists: shown at once as this device last had them, refreshed behind, usable when neither answers. */
export function useVocabulary(): { readonly vocabulary: Vocabulary; readonly stale: boolean } {
  const { data, isError } = useQuery(
    {
      queryKey: ["vocabulary"],
      queryFn: async () => {
        const now = await ask<Vocabulary>("GET", "/api/vocabulary");
        keep(now);
        return now;
      },
      initialData: read,
      initialDataUpdatedAt: 0,
      staleTime: freshMs,
      networkMode: "always",
      retry: 1,
    },
    client,
  );
  return { vocabulary: { ...empty, ...data }, stale: isError };
}

function read(): Vocabulary | undefined {
  try {
    return (JSON.parse(localStorage.getItem(kept) ?? "null") as Vocabulary | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(vocabulary: Vocabulary): void {
  try {
    localStorage.setItem(kept, JSON.stringify(vocabulary));
  } catch {
    // Storage is blocked: the lists come anew with every page.
  }
}
