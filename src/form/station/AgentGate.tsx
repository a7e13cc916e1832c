import { Suspense, type ReactNode } from "react";
import { later } from "../later.ts";
import { useInterlude } from "./useInterlude.ts";
import { useStation, type FormStation } from "./useStation.ts";

const EventPage = later(() => import("../event/EventPage.tsx"), "EventPage");
const WhoPage = later(() => import("../who/WhoPage.tsx"), "WhoPage");

interface Props {
  readonly stepName: string | undefined;
  readonly onStation: (station: FormStation) => void;
  /** The form, given what is stamped on its leads. */
  readonly children: (stamp: object) => ReactNode;
}

/** Before an agent's form: whose leads, which house. Asked again beside it, the form stays as it was underneath. */
export function AgentGate({ stepName, onStation, children }: Props) {
  const interlude = useInterlude(useStation(), stepName);
  return (
    <>
      <Suspense>
        {interlude.open === "who" && (
          <WhoPage now={interlude.who} onAnswer={interlude.answerWho} onCancel={interlude.cancel} />
        )}
        {interlude.open === "event" && (
          <EventPage
            host={interlude.who?.agent?.name}
            onSaved={(station) => {
              onStation(station);
              interlude.eventSettled();
            }}
            onCancel={interlude.cancel}
            onLater={interlude.eventSettled}
          />
        )}
      </Suspense>
      {interlude.opened && <div hidden={interlude.open !== undefined}>{children(interlude.stamp)}</div>}
    </>
  );
}
