import { oneLine } from "#lead/characters.ts";
import type { StationEvent } from "#lead/station/station.ts";

/** Returns the event in the form that the contract requires: each text on one line, no empty texts. */
export function trimmedEvent({ address, date, hours = "", host = "" }: StationEvent): StationEvent {
  const optional = { hours: trimmed(hours), host: trimmed(host) };
  return {
    address: trimmed(address),
    date,
    ...(optional.hours && { hours: optional.hours }),
    ...(optional.host && { host: optional.host }),
  };
}

const trimmed = (text: string) => oneLine(text).trim();
