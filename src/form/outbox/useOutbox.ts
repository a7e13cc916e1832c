import { useMutation, useQuery } from "@tanstack/react-query";
import type { OutboxAction, OutboxAnswer } from "#lead/staffAnswers.ts";
import { ask } from "../api.ts";
import { queryClient } from "../queryClient.ts";

const againMs = 5_000;

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
