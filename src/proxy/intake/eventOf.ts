import { isVisited } from "#lead/allowed.ts";
import { couldBe, dayOf, type LeadEvent } from "#lead/event.ts";
import type { Station } from "#lead/station.ts";
import type { Submission } from "#lead/submission.ts";
import type { Who } from "../guard/sessions.ts";
import type { Events } from "../store/events.ts";

/**
 * The event a lead was saved under, whatever the station's is when it arrives. What staff bring counts as they saw it;
 * a visitor's is one that we know, on its own day. An unknown one is no reason to refuse a lead: it has none.
 */
export async function eventOf(
  { event, capturedAt }: Submission,
  station: Station,
  { role }: Who,
  events: Events,
): Promise<LeadEvent | undefined> {
  if (event === null) return undefined;
  // A device of an earlier version says neither its event nor its day; the office's own day is the best guess.
  if (event === undefined) {
    const { id, date } = station.event ?? {};
    return id !== undefined && date === dayOf(new Date(capturedAt)) ? events.find(station.id, id) : undefined;
  }
  const isStaffs = role === "staff" && !isVisited(station);
  const { id, address, date, ...more } = event;
  if (isStaffs && address !== undefined && date !== undefined) {
    const brought = { id, address, date, ...more };
    await events.add(station.id, brought);
    return brought;
  }
  const known = await events.find(station.id, id);
  return known && (isStaffs || couldBe(known.date, Date.parse(capturedAt))) ? known : undefined;
}
