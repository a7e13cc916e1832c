import { createContext, useContext } from "react";
import type { PublicStation } from "#lead/station/forVisitors.ts";
import type { Stamped } from "#lead/station/fieldIn.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Station } from "#lead/station/station.ts";

/**
 * A station as this device knows it: devices of visitors know less than devices of staff. In a form, `event` is the
 * event of leads taken now (eventNow.ts). Elsewhere it is the station's own event.
 */
export type FormStation = PublicStation &
  Partial<Omit<Station, keyof PublicStation>> &
  Stamped & {
    /** Identifies this version of the station, with its questions and consent text (stationVersion of a submission). */
    readonly version?: string;
    /** Only of a kiosk: the proxy's key to which leads that wait on the device are sealed (sending/seal.ts). */
    readonly sealTo?: SealingKey;
  };

export const StationContext = createContext<FormStation | undefined>(undefined);

/** The station of this form. Throws outside a station's page. */
export function useStation(): FormStation {
  const station = useContext(StationContext);
  if (!station) throw new Error("useStation outside a station's page");
  return station;
}
