import { useQuery } from "@tanstack/react-query";
import type { Today } from "#lead/staffAnswers.ts";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";

const againMs = 15_000;

/** Counts since a time (ISO 8601), at one station or at all, kept fresh while they are on screen. */
export function useToday(station: string | undefined, since: string) {
  const query = new URLSearchParams({ ...(station && { station }), since });
  return useQuery(
    {
      queryKey: ["today", station, since],
      queryFn: () => ask<Today>("GET", `/api/today?${query}`),
      refetchInterval: againMs,
    },
    queryClient,
  );
}
