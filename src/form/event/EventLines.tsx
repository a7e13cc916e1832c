import type { StationEvent } from "#lead/station.ts";
import { EventLine } from "./EventLine.tsx";

interface Props {
  readonly event: StationEvent;
  /** What is wrong with the address. */
  readonly wrong: string | undefined;
  readonly onChange: (event: StationEvent) => void;
}

const limits = { address: 120, hours: 60, host: 60 } as const;

/** The answers about an event: where, when, who. */
export function EventLines({ event, wrong, onChange }: Props) {
  return (
    <>
      <EventLine
        name="address"
        value={event.address}
        limit={limits.address}
        wrong={wrong}
        onChange={(address) => onChange({ ...event, address })}
      />
      <EventLine name="date" type="date" value={event.date} onChange={(date) => onChange({ ...event, date })} />
      <EventLine
        name="hours"
        value={event.hours ?? ""}
        limit={limits.hours}
        onChange={(hours) => onChange({ ...event, hours })}
      />
      <EventLine
        name="host"
        value={event.host ?? ""}
        limit={limits.host}
        onChange={(host) => onChange({ ...event, host })}
      />
    </>
  );
}
