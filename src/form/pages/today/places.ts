import { houseOf } from "#lead/event.ts";
import type { DayCounts, Today } from "#lead/staffAnswers.ts";
import type { StationEvent } from "#lead/station.ts";

/** A house with its counts of the day. Without an event: the leads that belong to no event. */
export interface Place {
  readonly key: string;
  readonly event: StationEvent | undefined;
  readonly counts: DayCounts;
}

const none: DayCounts = { groups: 0, signedIn: 0, withAgent: 0, waiting: 0, inLofty: 0, needsYou: 0 };
/** The key of the place of leads without an event. */
export const noEvent = "none";

/** Returns the places of a day. The house of this device is first, also before its first visitor. */
export function placesOf({ houses }: Today, own: StationEvent | null | undefined): readonly Place[] {
  const ownKey = own ? houseOf(own) : undefined;
  const places = houses.map(({ event, ...counts }): Place => {
    const key = event ? houseOf(event) : noEvent;
    return { key, event: key === ownKey ? (own ?? undefined) : (event ?? undefined), counts };
  });
  const mine = places.find(({ key }) => key === ownKey);
  const first = mine ?? (own ? { key: houseOf(own), event: own, counts: none } : undefined);
  return [...(first ? [first] : []), ...places.filter(({ key }) => key !== ownKey)];
}
