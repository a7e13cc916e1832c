import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { isVisited } from "#lead/station/allowed.ts";
import { queryClient } from "../browser/queryClient.ts";
import { useStation } from "../station/useStation.ts";
import { receiptOf } from "./queue/outgoing.ts";
import { usePhase, useQueue } from "./queue/useQueue.ts";
import { sentOf, type Sent } from "./sent.ts";

interface Props {
  readonly id: string;
  readonly children: (sent: Sent) => ReactNode;
}

const openStatuses = new Set(["accepted", "sending", "unknown"]);

/** Follows a submission through the queue, and then through the proxy until Lofty has it or a person is needed. */
export function Sending(props: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <Follow key={props.id} {...props} />
    </QueryClientProvider>
  );
}

function Follow({ id, children }: Props) {
  const isStaffs = !isVisited(useStation());
  const entry = useQueue().find((one) => one.id === id);
  const sent = sentOf(usePhase(id), entry);
  const first = sent.receipt;
  const { data: now } = useQuery({
    queryKey: ["receipt", id],
    queryFn: () => receiptOf(id),
    // Visitors only see that it is saved.
    enabled: isStaffs && first !== undefined && openStatuses.has(first.status),
    refetchInterval: ({ state }) => (state.data && !openStatuses.has(state.data.status) ? false : 1500),
    gcTime: 0,
  });
  const receipt = first && (now ?? first);
  // The new state changes the counts too.
  useEffect(() => {
    for (const key of ["today", "open"]) void queryClient.invalidateQueries({ queryKey: [key] });
  }, [receipt?.status]);
  return children({ ...sent, receipt });
}
