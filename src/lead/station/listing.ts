import { houseOf } from "./event.ts";
import type { Listing, Station, StationEvent } from "./station.ts";

/**
 * Returns the listing of the house where the event is. Undefined at another house: its visitors would read what is not
 * true there. A listing without an address is the station's own.
 */
export function listingAt({ listing, event }: Partial<Pick<Station, "listing" | "event">>): Listing | undefined {
  if (listing?.address === undefined) return listing;
  return event && isAt(listing.address, event) ? listing : undefined;
}

/** Ignores case and spaces. */
export const isAt = (address: string, event: Pick<StationEvent, "address">): boolean =>
  houseOf({ address, date: "" }) === houseOf({ address: event.address, date: "" });
