import { dayOf, type LeadEvent } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { keep } from "../browser/device.ts";
import type { Who } from "./who.ts";
import { answerOf, eventKey, type Answer } from "./eventNow.ts";
import type { FormStation } from "./useStation.ts";

/** Stores an agent's answer. It counts until the end of the day. */
export function keepEvent(station: FormStation, who: Who | undefined, event: LeadEvent | null): void {
  const before = answerOf(station, who);
  const last = event ?? before?.event ?? before?.last;
  const answer: Answer = { day: dayOf(new Date()), event, ...(last && { last }) };
  keep(eventKey(station.id, who), answer);
}

/** The agent's previous event, for "Same as last time". */
export const lastEvent = (station: FormStation, who: Who | undefined): StationEvent | undefined =>
  answerOf(station, who)?.last ?? station.event;
