import { useQuery } from "@tanstack/react-query";
import { mostHouses, type DayPeople } from "#lead/submission/staffAnswers.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

/** Whose people are read: those of houses, at every station, and those of no house at a station. */
export interface Whose {
  /** The keys of the houses (event.ts). */
  readonly houses: readonly string[];
  /** The station whose people of no house are read too. */
  readonly ofNone?: string | undefined;
  /** Only those that need a person. */
  readonly status?: "parked";
}

const againMs = 10_000;

/** The people of a place since a time (ISO 8601). Polled every 10 s; not read while `whose` is undefined. */
export function usePeople(since: string, whose: Whose | undefined) {
  const path = whose && `/api/people?${queryOf(since, whose)}`;
  return useQuery(
    {
      queryKey: ["today", "people", path],
      queryFn: () => ask<DayPeople>("GET", path ?? ""),
      refetchInterval: againMs,
      enabled: path !== undefined,
    },
    queryClient,
  );
}

/** With too many houses: all people of the office. */
function queryOf(since: string, { houses, ofNone, status }: Whose): URLSearchParams {
  const query = new URLSearchParams({ since, ...(status && { status }) });
  const asked = ofNone === undefined ? houses : [...houses, ""];
  if (asked.length > mostHouses) return query;
  for (const house of asked) query.append("house", house);
  if (ofNone !== undefined) query.set("station", ofNone);
  return query;
}
