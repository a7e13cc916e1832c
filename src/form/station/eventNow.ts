import { dayOf, type LeadEvent } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { recall } from "../browser/device.ts";
import { whoAt, type Who } from "./who.ts";
import type { FormStation } from "./useStation.ts";

/** An agent's answer to "Where are you today?". `last`: the latest event, also on a day without one. */
export interface Answer {
  readonly day: string;
  readonly event: LeadEvent | null;
  readonly last?: LeadEvent;
  /** The other events of this day: the agent was there before, or has corrected the address. */
  readonly earlier?: readonly LeadEvent[];
}

/** The answer belongs to the agent and the device: at one station two agents may be at two houses. */
export const eventKey = (station: string, who: Who | undefined) => `event:${station}:${who?.agent?.id ?? "routing"}`;
export const answerOf = ({ id }: FormStation, who: Who | undefined) => recall<Answer>(eventKey(id, who));

/**
 * The event of leads taken on this device now. Null: there is none. Undefined: an agent has not answered yet. For other
 * profiles it is the station's event, on its day only.
 */
export function eventNow(
  station: FormStation,
  who: Who | undefined = whoAt(station.id),
  now = new Date(),
): StationEvent | null | undefined {
  const day = dayOf(now);
  if (station.profile !== "agent") return station.event?.date === day ? station.event : null;
  const answer = answerOf(station, who);
  return answer?.day === day ? answer.event : undefined;
}

/** Returns the station with this event, or without any event. */
export function withEvent(station: FormStation, event: StationEvent | null | undefined): FormStation {
  const { event: _, ...rest } = station;
  return event ? { ...rest, event } : rest;
}
