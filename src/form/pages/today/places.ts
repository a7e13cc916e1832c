import { houseOf } from "#lead/station/event.ts";
import type { DayCounts, HouseCounts, Today } from "#lead/submission/staffAnswers.ts";
import type { StationEvent } from "#lead/station/station.ts";

/** A house with its counts of the day. Without an event: the leads that belong to no event. */
export interface Place {
  readonly key: string;
  readonly event: StationEvent | undefined;
  readonly counts: DayCounts;
}

const none: DayCounts = { groups: 0, signedIn: 0, withAgent: 0, waiting: 0, inLofty: 0, needsYou: 0 };
/** The key of the place of leads without an event. */
export const noEvent = "none";

/**
 * Returns the places of a day at a station. The house of this device is first, also before its first visitor. A house
 * has several stations: its counts are those of `everywhere`, once they are known.
 */
export function placesOf(
  { houses }: Today,
  own: StationEvent | null | undefined,
  everywhere?: Today,
): readonly Place[] {
  const ownKey = own ? houseOf(own) : undefined;
  const keyOf = ({ event }: HouseCounts) => (event ? houseOf(event) : noEvent);
  const whole = new Map(everywhere?.houses.map((house) => [keyOf(house), house]));
  const placeOf = (house: HouseCounts): Place => {
    const key = keyOf(house);
    const { event, ...counts } = (key !== noEvent && whole.get(key)) || house;
    return { key, event: key === ownKey ? (own ?? undefined) : (event ?? undefined), counts };
  };
  const known = ownKey === undefined ? undefined : whole.get(ownKey);
  const isKnownHere = houses.some((house) => keyOf(house) === ownKey);
  const places = [...houses, ...(known && !isKnownHere ? [known] : [])].map(placeOf);
  const mine = places.find(({ key }) => key === ownKey);
  const first = mine ?? (own ? { key: houseOf(own), event: own, counts: none } : undefined);
  return [...(first ? [first] : []), ...places.filter(({ key }) => key !== ownKey)];
}
