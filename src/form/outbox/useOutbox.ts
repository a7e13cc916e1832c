import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { OutboxAction, OutboxAnswer, OutboxEntry, OutboxGroup, OutboxPage, SendAll } from "#lead/staffAnswers.ts";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";

const againMs = 5_000;
/** Pages that were asked for are many requests. */
const pagesAgainMs = 20_000;

/** What the proxy keeps of the leads, kept fresh while it is on screen. */
export const useOutbox = () =>
  useQuery(
    {
      queryKey: ["outbox"],
      queryFn: () => ask<OutboxAnswer>("GET", "/api/outbox"),
      refetchInterval: againMs,
      throwOnError: (_, { state }) => state.data === undefined,
    },
    queryClient,
  );

/** All of a list, page by page, once it is wanted. */
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

/** One submission, wherever it stands; undefined until it is there. */
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

/** Does for a submission what staff decided. */
export const act = (id: string, action: OutboxAction) => ask("POST", `/api/outbox/${encodeURIComponent(id)}`, action);

export const useAct = (id: string) =>
  useMutation(
    {
      mutationFn: (action: OutboxAction) => act(id, action),
      onSettled: () => queryClient.invalidateQueries(),
    },
    queryClient,
  );

export const useSendAll = () =>
  useMutation(
    {
      mutationFn: (action: SendAll) => ask("POST", "/api/outbox", action),
      onSettled: () => queryClient.invalidateQueries(),
    },
    queryClient,
  );
