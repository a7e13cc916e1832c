import { QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import type { Receipt } from "#lead/submission.ts";
import { RequestError, type Problem } from "../api.ts";
import { queryClient } from "../queryClient.ts";
import { post, receiptOf, type Outgoing } from "./outgoing.ts";

/** Where a submission stands, as its screen tells it. */
export interface Sent {
  readonly receipt: Receipt | undefined;
  /** The proxy refused it: nothing is stored. */
  readonly problem: Problem | undefined;
  /** The proxy cannot be reached; it is tried again until it can. */
  readonly waiting: boolean;
  readonly again: () => void;
}

interface Props {
  readonly outgoing: Outgoing;
  /** Told once the proxy has it. */
  readonly onReceipt?: () => void;
  readonly children: (sent: Sent) => ReactNode;
}

const retryAfterMs = (attempt: number) => Math.min(30_000, 1000 * 2 ** attempt);
const openStatuses = new Set(["accepted", "sending", "unknown"]);

/** Sends a submission and follows it until Lofty has it or a person is needed. */
export function Sending(props: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <Follow key={props.outgoing.id} {...props} />
    </QueryClientProvider>
  );
}

function Follow({ outgoing, onReceipt, children }: Props) {
  const { mutate, data, error, failureCount } = useMutation({
    mutationFn: post,
    onSuccess: () => onReceipt?.(),
    retry: (_count, failure) => isPassing(failure),
    retryDelay: retryAfterMs,
    gcTime: 0,
  });
  useEffect(() => mutate(outgoing), [mutate, outgoing]);
  const { data: now } = useQuery({
    queryKey: ["receipt", outgoing.id],
    queryFn: () => receiptOf(outgoing.id),
    enabled: data !== undefined && openStatuses.has(data.status),
    refetchInterval: ({ state }) => (state.data && !openStatuses.has(state.data.status) ? false : 1500),
    gcTime: 0,
  });
  const status = (now ?? data)?.status;
  // What became of it shows in the counts too.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: ["today"] }), [status]);
  const problem = error instanceof RequestError ? error.problem : undefined;
  return children({
    receipt: now ?? data,
    problem,
    waiting: data === undefined && problem === undefined && failureCount > 0,
    again: () => mutate(outgoing),
  });
}

/** Unreachable, busy and broken pass; a refusal stands. */
function isPassing(failure: Error): boolean {
  const status = failure instanceof RequestError ? failure.problem?.status : undefined;
  return status === undefined || status === 429 || status >= 500;
}
