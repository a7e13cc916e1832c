import type { DeviceView } from "#lead/submission/deviceReport.ts";
import { houseOf } from "#lead/station/event.ts";
import type { DayCounts, DayPerson, Today } from "#lead/submission/staffAnswers.ts";
import type { StationEvent } from "#lead/station/station.ts";

/** What the host of this device leaves: a house, or a station and all its houses when this device knows no house. */
interface Where {
  readonly station: string | undefined;
  readonly event: Pick<StationEvent, "address" | "date"> | null | undefined;
  /** The start of the day, ISO 8601. */
  readonly since: string;
}
export interface Place extends Where {
  /** The keys of its houses (event.ts). A house has several stations: its agents', its kiosk's, its code's. */
  readonly houses: ReadonlySet<string>;
}

/**
 * Returns the keys of the houses that are left. A device that knows no house takes those of its station: where its
 * leads or other devices of the station are today. `earlier`: the houses of the day that this device knew before. They
 * count while leads of theirs are not in Lofty: their address may have been corrected since.
 */
export function housesOf(
  { station, event, since }: Where,
  [everywhere, atStation]: readonly [Today | undefined, Today | undefined],
  devices: readonly DeviceView[],
  earlier: readonly Pick<StationEvent, "address" | "date">[] = [],
): ReadonlySet<string> {
  if (event) {
    const known = new Set(earlier.map(houseOf));
    const open = (everywhere?.houses ?? []).flatMap(({ event: at, waiting, needsYou }) =>
      at && waiting + needsYou > 0 ? [houseOf(at)] : [],
    );
    return new Set([houseOf(event), ...open.filter((house) => known.has(house))]);
  }
  const named = devices.filter((device) => device.station === station && device.seenAt >= since);
  return new Set([
    ...(atStation?.houses ?? []).flatMap((house) => (house.event ? [houseOf(house.event)] : [])),
    ...named.flatMap(({ house }) => house ?? []),
  ]);
}

/** Returns a function that says whether a lead is of the place. One without a house is of its station. */
export const isOf =
  ({ station, event, houses }: Place) =>
  (lead: Pick<DayPerson, "station" | "event">): boolean =>
    lead.event ? houses.has(houseOf(lead.event)) : !event && lead.station === station;

/** Returns the counts of the place, from those of all stations and those of its own. */
export function countsOf({ event, houses }: Place, everywhere: Today, atStation: Today): DayCounts {
  const ofHouses = everywhere.houses.filter((house) => house.event && houses.has(houseOf(house.event)));
  const ofNone = event ? [] : atStation.houses.filter((house) => house.event === null);
  const all = [...ofHouses, ...ofNone];
  const sum = (figure: keyof DayCounts) => all.reduce((total, one) => total + one[figure], 0);
  return {
    groups: sum("groups"),
    signedIn: sum("signedIn"),
    withAgent: sum("withAgent"),
    waiting: sum("waiting"),
    inLofty: sum("inLofty"),
    needsYou: sum("needsYou"),
  };
}
