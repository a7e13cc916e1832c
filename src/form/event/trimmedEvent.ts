import type { StationEvent } from "#lead/station.ts";

/** Empty parts are left out: the contract takes no empty text. */
export function trimmedEvent({ address, date, hours = "", host = "" }: StationEvent): StationEvent {
  const optional = { hours: hours.trim(), host: host.trim() };
  return {
    address: address.trim(),
    date,
    ...(optional.hours && { hours: optional.hours }),
    ...(optional.host && { host: optional.host }),
  };
}
