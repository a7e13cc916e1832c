import { createHash } from "node:crypto";
import type { LeadEvent } from "#lead/station/event.ts";
import type { Station, StationEvent } from "#lead/station/station.ts";
import type { Driver, Statement } from "./driver/driver.ts";

/** The events of every station, also old ones: a lead may arrive long after its event. */
export interface Events {
  readonly find: (station: string, id: string) => Promise<LeadEvent | undefined>;
  /** Stores an event. Does not change an event with a known id. */
  readonly add: (station: string, event: LeadEvent) => Promise<void>;
  /** Returns the office's events of these days (`2026-11-22`), the last day first. */
  readonly between: (first: string, last: string) => Promise<readonly LeadEvent[]>;
}

export function eventsIn({ query, batch }: Driver): Events {
  const known = new Map<string, LeadEvent>();
  const keyOf = (station: string, id: string) => `${station} ${id}`;
  return {
    find: async (station, id) => {
      const key = keyOf(station, id);
      const inMemory = known.get(key);
      if (inMemory) return inMemory;
      const [row] = await query("SELECT event FROM events WHERE station = $1 AND id = $2", [station, id]);
      if (!row) return undefined;
      const event = eventIn(row["event"]);
      known.set(key, event);
      return event;
    },
    add: async (station, event) => {
      const key = keyOf(station, event.id);
      if (known.has(key)) return;
      await batch([insertEvent(station, event)]);
      known.set(key, event);
    },
    between: async (first, last) => {
      const rows = await query(
        "SELECT event FROM events WHERE day >= $1 AND day <= $2 ORDER BY day DESC, station, id",
        [first, last],
      );
      return rows.map((row) => eventIn(row["event"]));
    },
  };
}

const eventIn = (json: unknown) => JSON.parse(String(json)) as LeadEvent;

export const insertEvent = (station: string, event: LeadEvent): Statement => [
  "INSERT INTO events (station, id, day, event) VALUES ($1, $2, $3, $4) ON CONFLICT (station, id) DO NOTHING",
  [station, event.id, event.date, JSON.stringify(event)],
];

/** Returns a station's own event. Its id is a hash of its text, so the same text always has the same id. */
export function eventOfStation({ id, event }: Station): LeadEvent | undefined {
  if (!event) return undefined;
  const { address, date, hours, host }: StationEvent = event;
  const text = JSON.stringify([id, address, date, hours, host]);
  return { ...event, id: createHash("sha256").update(text).digest("hex").slice(0, 32) };
}
