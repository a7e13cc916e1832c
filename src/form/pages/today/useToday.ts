import { useQuery } from "@tanstack/react-query";
import type { Today } from "#lead/submission/staffAnswers.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

/** When the day started on this device, as ISO 8601. */
export const midnightOf = (day: string): string => new Date(day).toISOString();

const againMs = 10_000;

/** Counts since a time (ISO 8601), at one station or at all of them. Polled every 10 s. */
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
