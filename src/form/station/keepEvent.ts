import { dayOf, houseOf, type LeadEvent } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { keep } from "../browser/device.ts";
import { whoAt, type Who } from "./who.ts";
import { answerOf, eventKey, type Answer } from "./eventNow.ts";
import type { FormStation } from "./useStation.ts";

/** Stores an agent's answer. It counts until the end of the day. */
export function keepEvent(station: FormStation, who: Who | undefined, event: LeadEvent | null): void {
  const before = answerOf(station, who);
  const last = event ?? before?.event ?? before?.last;
  const day = dayOf(new Date());
  const ofToday = before?.day === day ? [...(before.earlier ?? []), ...(before.event ? [before.event] : [])] : [];
  const earlier = ofToday.filter((one) => !event || houseOf(one) !== houseOf(event));
  const answer: Answer = { day, event, ...(last && { last }), ...(earlier.length > 0 && { earlier }) };
  keep(eventKey(station.id, who), answer);
}

/** The agent's other events of the day. */
export function earlierEvents(station: FormStation): readonly LeadEvent[] {
  const answer = answerOf(station, whoAt(station.id));
  return answer?.day === dayOf(new Date()) ? (answer.earlier ?? []) : [];
}

/** The agent's previous event, for "Same as last time". */
export const lastEvent = (station: FormStation, who: Who | undefined): StationEvent | undefined =>
  answerOf(station, who)?.last ?? station.event;
