import { useMemo, type ReactNode } from "react";
import { withEvent } from "../../station/eventNow.ts";
import { useInterlude } from "../../station/useInterlude.ts";
import { StationContext, useStation } from "../../station/useStation.ts";
import { WhoContext } from "../../station/who.ts";
import { EventPage } from "./EventPage.tsx";
import { WhoPage } from "./WhoPage.tsx";

interface Props {
  readonly stepName: string | undefined;
  /** Renders the form with the fields that say who gets its leads. */
  readonly children: (stamp: object) => ReactNode;
}

/**
 * Asks who gets the leads and at which house, before an agent's form. When it asks again later, the form stays mounted
 * below.
 */
export function AgentGate({ stepName, children }: Props) {
  const station = useStation();
  const interlude = useInterlude(station, stepName);
  const { open, opened, who, stamp, event } = interlude;
  const here = useMemo(() => withEvent(station, event), [station, event]);
  // The proxy knows nothing about the device. The page contains all three parts, and boot.js shows the right one.
  if (import.meta.env.SSR)
    return (
      <>
        <div data-shows="who" hidden>
          <WhoPage now={undefined} onAnswer={interlude.answerWho} onCancel={undefined} />
        </div>
        <div data-shows="event" hidden>
          <EventPage who={undefined} onAnswer={interlude.answerEvent} onCancel={undefined} />
        </div>
        <div data-shows="form">{children(stamp)}</div>
      </>
    );
  return (
    <>
      {open === "who" && <WhoPage now={who} onAnswer={interlude.answerWho} onCancel={interlude.cancel} />}
      {open === "event" && <EventPage who={who} onAnswer={interlude.answerEvent} onCancel={interlude.cancel} />}
      {opened && (
        <StationContext value={here}>
          <WhoContext value={who}>
            <div hidden={open !== undefined}>{children(stamp)}</div>
          </WhoContext>
        </StationContext>
      )}
    </>
  );
}
