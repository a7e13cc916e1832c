import type { StationEvent } from "#lead/station.ts";
import { keep, recall } from "../device.ts";
import { dayOf } from "#lead/event.ts";
import type { FormStation } from "../station/useStation.ts";

/** The event a station had before, for "Same as last time"; kept when there is none for a day. */
export const lastEvent = ({ id, event }: FormStation): StationEvent | undefined =>
  event ?? recall<StationEvent>(`event:${id}`);

/** Takes down that there is no event on this day, and what the last one was. */
export function noEventOn(day: string, { id, event }: FormStation): void {
  keep(`no-event:${id}`, day);
  if (event) keep(`event:${id}`, event);
}

/**
 * Whether an agent should be asked what happens here today: the event is another day's, or there is none and nobody
 * has said so today. Yesterday's address on today's leads would be worse than a question.
 */
export const isEventDue = ({ id, profile, event }: FormStation, now: Date): boolean =>
  profile === "agent" && (event ? event.date !== dayOf(now) : recall<string>(`no-event:${id}`) !== dayOf(now));
