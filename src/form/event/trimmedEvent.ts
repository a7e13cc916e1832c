import type { StationEvent } from "#lead/station.ts";

/** As the contract takes it: one line a text, whatever was pasted, and no empty text. */
export function trimmedEvent({ address, date, hours = "", host = "" }: StationEvent): StationEvent {
  const optional = { hours: oneLine(hours), host: oneLine(host) };
  return {
    address: oneLine(address),
    date,
    ...(optional.hours && { hours: optional.hours }),
    ...(optional.host && { host: optional.host }),
  };
}

const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim();
