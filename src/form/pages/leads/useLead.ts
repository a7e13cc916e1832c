import { useMutation, useQuery } from "@tanstack/react-query";
import type { HeldLead, NoteToAdd, WholeLead } from "#lead/submission/staffAnswers.ts";
import { ask, isUnreachable, refusalOf } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";

const againMs = 5_000;
const readAgainMs = 3_000;
const mostReads = 4;
const pathOf = (id: string, rest: string) => `/api/outbox/${encodeURIComponent(id)}/${rest}`;
const keyOf = (id: string) => ["outbox", "whole", id];

/** Everything that the proxy holds of a lead. Polled every 5 s. */
export const useWhole = (id: string) =>
  useQuery(
    {
      queryKey: keyOf(id),
      queryFn: () => ask<WholeLead>("GET", pathOf(id, "whole")),
      refetchInterval: againMs,
      retry: (count, error) => isUnreachable(error) && count < 3,
    },
    queryClient,
  );

/** What Lofty holds of a lead. Read once, and again when `leadId` changes: every read counts against Lofty's limit. */
export const useHeld = (id: string, leadId: string | undefined) =>
  useQuery(
    {
      queryKey: ["held", id, leadId],
      enabled: leadId !== undefined,
      queryFn: () => ask<HeldLead>("GET", pathOf(id, "held")),
      // A new lead shows in Lofty only after some seconds.
      retry: (count, error) => refusalOf(error)?.status === 410 && count < mostReads,
      retryDelay: readAgainMs,
      staleTime: Infinity,
    },
    queryClient,
  );

/** What staff decide about a note that Lofty refused: it is there by now, or is posted again. */
export interface SettledNote {
  readonly note: string;
  readonly action: "in-crm" | "send-again";
}

/** Adds a note, or settles a refused one. */
export const useNotes = (id: string) =>
  useMutation(
    {
      mutationFn: (change: NoteToAdd | SettledNote) =>
        "action" in change
          ? ask<WholeLead>("POST", pathOf(id, `notes/${change.note}`), { action: change.action })
          : ask<WholeLead>("POST", pathOf(id, "notes"), change),
      onSuccess: (whole) => queryClient.setQueryData(keyOf(id), whole),
      // The answer may be lost, and the note there.
      onError: () => queryClient.invalidateQueries({ queryKey: keyOf(id) }),
    },
    queryClient,
  );
