import { dayOf, type LeadEvent } from "#lead/event.ts";
import type { StationEvent } from "#lead/station.ts";
import { recall } from "../device.ts";
import { whoAt, type Who } from "../who/who.ts";
import type { FormStation } from "./useStation.ts";

/** What an agent answered to "Where are you today?", and the last event before a day without one. */
export interface Answer {
  readonly day: string;
  readonly event: LeadEvent | null;
  readonly last?: LeadEvent;
}

/** An agent's answer is the agent's and the device's: at one station two agents may be at two houses. */
export const eventKey = (station: string, who: Who | undefined) => `event:${station}:${who?.agent?.id ?? "routing"}`;
export const answerOf = ({ id }: FormStation, who: Who | undefined) => recall<Answer>(eventKey(id, who));

/** A form link has an agent station's form too, but no agent: presets reach staff only. */
const isAsked = ({ profile, presets }: FormStation) => profile === "agent" && presets !== undefined;

/**
 * The event that leads taken on this device belong to now; null when there is none, undefined when an agent has not
 * said yet. Anywhere but with an agent it is the station's, on its day.
 */
export function eventNow(
  station: FormStation,
  who: Who | undefined = whoAt(station.id),
  now = new Date(),
): StationEvent | null | undefined {
  const day = dayOf(now);
  if (!isAsked(station)) return station.event?.date === day ? station.event : null;
  const answer = answerOf(station, who);
  return answer?.day === day ? answer.event : undefined;
}

/** The station as it is with this event and no other. */
export function withEvent(station: FormStation, event: StationEvent | null | undefined): FormStation {
  const { event: _, ...rest } = station;
  return event ? { ...rest, event } : rest;
}
