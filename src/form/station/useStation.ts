import { createContext, useContext } from "react";
import type { PublicStation } from "#lead/station.ts";

/** A station as this device knows it; presets reach staff only. */
export type FormStation = PublicStation & { readonly presets?: { readonly [key: string]: unknown } };

export const StationContext = createContext<FormStation | undefined>(undefined);

/** The station whose form this is. */
export function useStation(): FormStation {
  const station = useContext(StationContext);
  if (!station) throw new Error("useStation outside a station's page");
  return station;
}
