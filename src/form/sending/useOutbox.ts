import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type {
  Open,
  OutboxAction,
  OutboxAnswer,
  OutboxEntry,
  OutboxGroup,
  OutboxPage,
  SendAll,
} from "#lead/submission/staffAnswers.ts";
import { ask, isUnreachable } from "../browser/api.ts";
import { queryClient } from "../browser/queryClient.ts";

const againMs = 5_000;
const openAgainMs = 15_000;
/** Longer, because each open page is a request. */
const pagesAgainMs = 20_000;

/** The first page of each list of the outbox. Polled every 5 s. */
export const useOutbox = () =>
  useQuery(
    {
      queryKey: ["outbox"],
      queryFn: () => ask<OutboxAnswer>("GET", "/api/outbox"),
      refetchInterval: againMs,
      // Without a network the page still shows what waits on this device.
      throwOnError: (error, { state }) => state.data === undefined && !isUnreachable(error),
    },
    queryClient,
  );

/** The number of leads that are not in the CRM, for the pages of staff. */
export const useOpen = () =>
  useQuery(
    { queryKey: ["open"], queryFn: () => ask<Open>("GET", "/api/open"), refetchInterval: openAgainMs },
    queryClient,
  );

/** All pages of a list, once `isWanted`. */
export const usePages = (group: OutboxGroup, isWanted: boolean) =>
  useInfiniteQuery(
    {
      queryKey: ["outbox", group],
      enabled: isWanted,
      initialPageParam: "",
      queryFn: ({ pageParam }) => ask<OutboxPage>("GET", `/api/outbox?group=${group}${pageParam}`),
      getNextPageParam: ({ next }) => next && `&after=${next}`,
      refetchInterval: pagesAgainMs,
    },
    queryClient,
  );

/** One submission from any list. Undefined until it is loaded. */
export const useEntry = (id: string) =>
  useQuery(
    {
      queryKey: ["outbox", "entry", id],
      enabled: id !== "",
      queryFn: () => ask<OutboxEntry>("GET", `/api/outbox/${encodeURIComponent(id)}`),
      refetchInterval: againMs,
    },
    queryClient,
  );

/** Sends a decision of staff about a submission to the proxy. */
export const act = (id: string, action: OutboxAction) => ask("POST", `/api/outbox/${encodeURIComponent(id)}`, action);

export const useSendAll = () =>
  useMutation(
    {
      mutationFn: (action: SendAll) => ask("POST", "/api/outbox", action),
      onSettled: () => queryClient.invalidateQueries(),
    },
    queryClient,
  );
