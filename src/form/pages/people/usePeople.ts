import { useQuery } from "@tanstack/react-query";
import { houseOf } from "#lead/event.ts";
import type { DayPeople, DayPerson } from "#lead/staffAnswers.ts";
import type { StationEvent } from "#lead/station.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

const againMs = 10_000;

/** The people since a time (ISO 8601), at all stations. Polled every 10 s. */
export function usePeople(since: string) {
  const query = new URLSearchParams({ since });
  return useQuery(
    {
      queryKey: ["today", "people", since],
      queryFn: () => ask<DayPeople>("GET", `/api/people?${query}`),
      refetchInterval: againMs,
    },
    queryClient,
  );
}

/** The people of one house; without an event, those of no house. */
export function peopleAt(people: readonly DayPerson[], house: StationEvent | undefined): readonly DayPerson[] {
  const key = house && houseOf(house);
  return people.filter(({ event }) => (event ? houseOf(event) : undefined) === key);
}
