import type { Station } from "./station.ts";

/** What a visitors' form needs of its station. Whatever else a station has is for staff. */
const told = [
  "id",
  "profile",
  "name",
  "event",
  "languages",
  "brand",
  "asks",
  "required",
  "needsContact",
  "attributes",
  "consent",
  "idleSeconds",
  "drawing",
] as const;

/** A station as visitors' devices get it. */
export type PublicStation = Pick<Station, (typeof told)[number]>;

/** Of the office's own questions visitors are told those for visitors. */
export function forVisitors(station: Station): PublicStation {
  const entries = told.filter((key) => station[key] !== undefined).map((key) => [key, station[key]]);
  const attributes = station.attributes.filter(({ visitors }) => visitors);
  return { ...(Object.fromEntries(entries) as PublicStation), attributes };
}
