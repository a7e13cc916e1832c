import { QueryClientProvider, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { isVisited } from "#lead/allowed.ts";
import type { Receipt } from "#lead/submission.ts";
import { RequestError, type Problem } from "../api.ts";
import { queryClient } from "../queryClient.ts";
import { useStation } from "../station/useStation.ts";
import { isPassing, isSession } from "./isPassing.ts";
import { settleUnsent } from "./keepUnsent.ts";
import { post, receiptOf, type Outgoing } from "./outgoing.ts";
import { sendBehind } from "./sendBehind.ts";
import { useAgain } from "./useAgain.ts";

/** Where a submission stands, as its screen tells it. */
export interface Sent {
  readonly receipt: Receipt | undefined;
  /** The proxy refused it: nothing is stored. */
  readonly problem: Problem | undefined;
  /** The proxy cannot be reached, or not by this device; it is tried again until it can. */
  readonly waiting: boolean;
  /** It waits for staff to sign in. */
  readonly signedOut: boolean;
}

interface Props {
  readonly outgoing: Outgoing;
  readonly children: (sent: Sent) => ReactNode;
}

const openStatuses = new Set(["accepted", "sending", "unknown"]);

/** Sends a submission and follows it until Lofty has it or a person is needed. */
export function Sending(props: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <Follow key={props.outgoing.id} {...props} />
    </QueryClientProvider>
  );
}

function Follow({ outgoing, children }: Props) {
  const isStaffs = !isVisited(useStation());
  const [failure, setFailure] = useState<Error>();
  const { mutate, data } = useMutation({
    mutationFn: post,
    onSuccess: () => settleUnsent(outgoing),
    onError: setFailure,
    gcTime: 0,
  });
  useEffect(() => mutate(outgoing), [mutate, outgoing]);
  const refusal = failure instanceof RequestError ? failure.problem : undefined;
  const signedOut = isSession(refusal);
  const waiting = data === undefined && failure !== undefined && (signedOut || isPassing(failure));
  const leave = useEffectEvent(() => {
    if (!isStaffs && data === undefined && (failure === undefined || waiting)) void sendBehind(outgoing, failure);
  });
  useEffect(() => () => leave(), []);
  useAgain(waiting ? failure : undefined, () => mutate(outgoing));
  const { data: now } = useQuery({
    queryKey: ["receipt", outgoing.id],
    queryFn: () => receiptOf(outgoing.id),
    // A visitor is told no more than that it is saved.
    enabled: isStaffs && data !== undefined && openStatuses.has(data.status),
    refetchInterval: ({ state }) => (state.data && !openStatuses.has(state.data.status) ? false : 1500),
    gcTime: 0,
  });
  const receipt = now ?? data;
  // What became of it shows in the counts too.
  useEffect(() => void queryClient.invalidateQueries({ queryKey: ["today"] }), [receipt?.status]);
  return children({
    receipt,
    problem: receipt || waiting ? undefined : refusal,
    waiting,
    signedOut: waiting && signedOut,
  });
}
