import type { Field } from "../field.ts";
import { questionAt } from "../questions.ts";
import type { Station } from "./station.ts";

/** Visitors use kiosk and embed stations; staff use agent and desk stations. */
export const isVisited = ({ profile }: Pick<Station, "profile">) => profile === "kiosk" || profile === "embed";

/**
 * Whether a lead from this station may carry the field. The station's profile decides, never the session: a field that
 * visitors may not set is refused even when staff send it through a kiosk station. `path` has no indexes.
 */
export function isAllowed(field: Field, path: string, station: Pick<Station, "profile" | "asks">): boolean {
  if (field.rule === "server-managed") return false;
  if (!isVisited(station)) return true;
  if (station.asks.off.includes(path)) return false;
  return field.ask?.visitor === "asked" || (field.ask?.visitor === "offered" && station.asks.on.includes(path));
}

/** Whether the form asks this question: it is allowed, belongs to this profile and is not switched off. */
export function isAsked(field: Field, path: string, station: Pick<Station, "profile" | "asks">): boolean {
  if (!isAllowed(field, path, station) || station.asks.off.includes(path)) return false;
  if (isVisited(station)) return true;
  return field.ask?.[station.profile === "agent" ? "agent" : "desk"] !== undefined;
}

/** Same for the question at a path without indexes. */
export function isAskedAt(path: string, station: Pick<Station, "profile" | "asks">): boolean {
  const field = questionAt(path);
  return field !== undefined && isAsked(field, path, station);
}

/** Kiosk and embed require a phone number or an email unless the station says otherwise; agent and desk do not. */
export const needsContact = (station: Pick<Station, "profile" | "needsContact">) =>
  station.needsContact ?? isVisited(station);

/** One of these is enough for `needsContact`. */
export const contacts = ["phones", "emails"] as const;

/** Lofty refuses the whole lead if its property has none of these (400/200057). */
export const addressParts = ["property.streetAddress", "property.city", "property.state", "property.zipCode"] as const;

/** Whether a lead can be refused because this answer is missing, alone or together with another. */
export const isDemanded = (path: string, station: Pick<Station, "profile" | "needsContact" | "required">): boolean =>
  station.required.includes(path) ||
  path === "ownershipId" ||
  ((contacts as readonly string[]).includes(path) && needsContact(station));
