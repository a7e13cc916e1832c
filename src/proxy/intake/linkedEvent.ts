import type { LeadEvent } from "#lead/station/event.ts";
import type { Who } from "../guard/who.ts";
import type { Events } from "../store/events.ts";

/** Returns the event of the form link that the sender has opened for this station. */
export async function linkedEvent(events: Events, who: Who, station: string): Promise<LeadEvent | undefined> {
  if (who.link !== station || who.linkEvent === undefined) return undefined;
  return events.find(station, who.linkEvent);
}
