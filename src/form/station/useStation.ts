import { createContext, useContext } from "react";
import type { PublicStation } from "#lead/forVisitors.ts";
import type { Station } from "#lead/station.ts";

/**
 * A station as this device knows it: visitors' devices know less than staff's. In a form its event is the one that
 * leads taken here belong to now (eventNow.ts), elsewhere the one the proxy keeps.
 */
export type FormStation = PublicStation &
  Partial<Omit<Station, keyof PublicStation>> & {
    /** Names it as it is: what it asks, and its text for consent (stationVersion of a submission). */
    readonly version?: string;
  };

export const StationContext = createContext<FormStation | undefined>(undefined);

/** The station whose form this is. */
export function useStation(): FormStation {
  const station = useContext(StationContext);
  if (!station) throw new Error("useStation outside a station's page");
  return station;
}
