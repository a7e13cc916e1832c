import { couldBe, dayOf, type LeadEvent } from "#lead/station/event.ts";
import type { Submission } from "#lead/submission/submission.ts";
import type { Events } from "../store/events.ts";
import type { Rules } from "./rulesFor.ts";

/**
 * Returns the event of a lead, whatever the station's event is on arrival. From staff we accept the event as sent. From
 * a visitor we accept only a known event, on its own day. A lead with an unknown event is accepted without one.
 */
export async function eventOf(
  { event, capturedAt }: Submission,
  { id: stationId, station, isVisitors }: Rules,
  events: Events,
): Promise<LeadEvent | undefined> {
  if (event === null) return undefined;
  // Older clients send neither event nor day. Use the station's event when its date is the day of capture by the
  // office's clock.
  if (event === undefined) {
    const { id, date } = station?.event ?? {};
    return id !== undefined && date === dayOf(new Date(capturedAt)) ? events.find(stationId, id) : undefined;
  }
  const { id, address, date, ...more } = event;
  if (!isVisitors && address !== undefined && date !== undefined) {
    const brought = { id, address, date, ...more };
    await events.add(stationId, brought);
    return brought;
  }
  const known = await events.find(stationId, id);
  return known && (!isVisitors || couldBe(known.date, Date.parse(capturedAt))) ? known : undefined;
}
