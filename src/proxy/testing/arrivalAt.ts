import type { Arrival } from "../store/arrivals.ts";

/** A lead that arrives at a time, in ms since 1970, with the same id and fingerprint. `own`: what is different. */
export const arrivalAt = (id: string, at: number, own: Partial<Arrival> = {}): Arrival => ({
  ...{ id, fingerprint: id, station: "kiosk", lead: "{}", consent: null },
  ...{ capturedAt: at, acceptedAt: at },
  ...own,
});
