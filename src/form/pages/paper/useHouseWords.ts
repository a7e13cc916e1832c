import { useFormatter } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { noonOf } from "../../browser/day.ts";

/** Returns a function that names an event: its address and its day. */
export function useHouseWords(): (event: StationEvent) => string {
  const format = useFormatter();
  return ({ address, date }) => `${isolatedAlways(address)}, ${format.dateTime(noonOf(date), { dateStyle: "medium" })}`;
}
