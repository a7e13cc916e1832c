import type { Field } from "./field.ts";
import type { Station } from "./station.ts";

/** Kiosk and embed are used by visitors; agent and desk by staff. */
export const isVisited = ({ profile }: Pick<Station, "profile">) => profile === "kiosk" || profile === "embed";

/**
 * Whether a lead from this station may carry the field at all. It follows the station's profile, never the session:
 * what a visitor may not set is refused even when staff send it through a kiosk station. `path` has no indexes.
 */
export function isAllowed(field: Field, path: string, station: Pick<Station, "profile" | "asks">): boolean {
  if (field.rule === "server-managed") return false;
  if (!isVisited(station)) return true;
  if (station.asks.off.includes(path)) return false;
  return field.ask?.visitor === "asked" || (field.ask?.visitor === "offered" && station.asks.on.includes(path));
}

/** Whether the form asks it: allowed, and one of the questions of this profile the station has not switched off. */
export function isAsked(field: Field, path: string, station: Pick<Station, "profile" | "asks">): boolean {
  if (!isAllowed(field, path, station) || station.asks.off.includes(path)) return false;
  if (isVisited(station)) return true;
  return field.ask?.[station.profile === "agent" ? "agent" : "desk"] !== undefined;
}

/** Kiosk and embed ask for a phone number or an email unless their station says otherwise; staff decide themselves. */
export const needsContact = (station: Pick<Station, "profile" | "needsContact">) =>
  station.needsContact ?? isVisited(station);

/** Either of these answers `needsContact`. */
const contacts: readonly string[] = ["phones", "emails"];

/** Whether a lead may be refused for want of an answer here, alone or with another: none of these is optional. */
export const isDemanded = (path: string, station: Pick<Station, "profile" | "needsContact" | "required">): boolean =>
  station.required.includes(path) || path === "ownershipId" || (contacts.includes(path) && needsContact(station));
