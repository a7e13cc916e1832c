import { Suspense, useMemo, type ReactNode } from "react";
import { later } from "../later.ts";
import { withEvent } from "./eventNow.ts";
import { useInterlude } from "./useInterlude.ts";
import { StationContext, useStation } from "./useStation.ts";

const EventPage = later(() => import("../event/EventPage.tsx"), "EventPage");
const WhoPage = later(() => import("../who/WhoPage.tsx"), "WhoPage");

interface Props {
  readonly stepName: string | undefined;
  /** The form, given what is stamped on its leads. */
  readonly children: (stamp: object) => ReactNode;
}

/** Before an agent's form: whose leads, which house. Asked again beside it, the form stays as it was underneath. */
export function AgentGate({ stepName, children }: Props) {
  const station = useStation();
  const interlude = useInterlude(station, stepName);
  const { open, opened, who, stamp, event } = interlude;
  const here = useMemo(() => withEvent(station, event), [station, event]);
  return (
    <>
      <Suspense>
        {open === "who" && <WhoPage now={who} onAnswer={interlude.answerWho} onCancel={interlude.cancel} />}
        {open === "event" && <EventPage who={who} onAnswer={interlude.answerEvent} onCancel={interlude.cancel} />}
      </Suspense>
      {opened && (
        <StationContext value={here}>
          <div hidden={open !== undefined}>{children(stamp)}</div>
        </StationContext>
      )}
    </>
  );
}
