import { useQuery } from "@tanstack/react-query";
import type { LeadEvent } from "#lead/station/event.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

/** The events that the office knows of these days (`2026-11-22`), the last day first. None until the proxy answers. */
export function useOfficeEvents(first: string, last: string): readonly LeadEvent[] {
  const { data } = useQuery(
    {
      queryKey: ["events", first, last],
      queryFn: async () =>
        (await ask<{ events: readonly LeadEvent[] }>("GET", `/api/events?since=${first}&day=${last}`)).events,
    },
    queryClient,
  );
  return data ?? [];
}

/** Offers a new event to others in the office. Without a network the first lead brings it to the proxy. */
export const tellOffice = (station: string, event: LeadEvent): void =>
  void ask("POST", `/api/stations/${encodeURIComponent(station)}/events`, event).catch(() => undefined);
