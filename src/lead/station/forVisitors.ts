import { isVisited } from "./allowed.ts";
import type { Station } from "./station.ts";

/** The parts of a station that the visitors' form needs. All other parts are for staff only. */
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
  "acknowledgement",
  "idleSeconds",
  "drawing",
  "listing",
] as const;

/** A station as it is sent to visitors' devices. */
export type PublicStation = Pick<Station, (typeof told)[number]>;

/**
 * Removes the parts for staff, the custom attributes that visitors may not answer, and texts in languages that the
 * station does not offer. Only a kiosk has a photo.
 */
export function forVisitors(station: Station): PublicStation {
  const entries = told
    .filter((key) => station[key] !== undefined && (key !== "listing" || station.profile === "kiosk"))
    .map((key) => [key, station[key]]);
  const attributes = station.attributes
    .filter(({ visitors }) => visitors)
    .map(({ texts = {}, ...attribute }) => {
      const spoken = isVisited(station) ? station.languages.filter((language) => texts[language]) : [];
      if (spoken.length === 0) return attribute;
      return { ...attribute, texts: Object.fromEntries(spoken.map((language) => [language, texts[language]])) };
    });
  return { ...(Object.fromEntries(entries) as PublicStation), attributes };
}
