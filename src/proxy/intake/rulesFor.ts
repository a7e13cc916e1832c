import { isVisited } from "#lead/station/allowed.ts";
import { isObject } from "#lead/json.ts";
import type { Station } from "#lead/station/station.ts";
import { visitorsForm } from "#lead/station/visitorsForm.ts";
import type { Who } from "../guard/who.ts";
import { formVersion, type Stations } from "../store/stations.ts";
import { mayUse } from "./mayUse.ts";
import { wrongLead } from "./wrongLead.ts";

/** The rules for validating a submission. */
export interface Rules {
  readonly id: string;
  /** The station when the form was filled in. Undefined when that version is unknown. */
  readonly station: Station | undefined;
  /** True for a visitor: by the station's profile, or by a form link. */
  readonly isVisitors: boolean;
}

/** Returns the rules for a submission, or a refusal when the sender may not submit there. */
export async function rulesFor(body: unknown, who: Who, stations: Stations): Promise<Rules | Response> {
  const { station: id, stationVersion, consent } = isObject(body) ? body : {};
  // Postgres refuses a NUL, and the client would try for ever.
  if (typeof id !== "string" || /\p{Cc}/u.test(id)) return unknownStation();
  const current = stations.find(id);
  const isNamed = typeof stationVersion === "string";
  const [, version = "", form] = formVersion.exec(isNamed ? stationVersion : "") ?? [];
  const named = isNamed ? version && (await stations.at(id, version)) : await shown(current, consent, stations);
  const station = named || undefined;
  const known = current ?? station;
  if (!known && !(isNamed && (who.role === "staff" || isOf(who, id)))) return unknownStation();
  const denied = known && mayUse(who, known);
  // The station was an embedded form when the lead was entered.
  if (denied && !(isNamed && station && mayUse(who, station) === undefined)) return denied;
  const isForm = form !== undefined || (who.role !== "staff" && station !== undefined && !isVisited(station));
  const rules = station && isForm ? visitorsForm(station) : station;
  const isVisitors = who.role !== "staff" || form !== undefined || (known !== undefined && isVisited(rules ?? known));
  return { id, station: rules, isVisitors };
}

/**
 * For a submission without a version: returns the current station, or the version with the consent text that was agreed
 * to.
 */
async function shown(current: Station | undefined, consent: unknown, { findByConsent }: Stations) {
  const { version, text } = isObject(consent) ? consent : {};
  if (!current || typeof version !== "string" || typeof text !== "string") return current;
  if (current.consent.version === version && current.consent.text === text) return current;
  return (await findByConsent(current.id, { version, text })) ?? current;
}

const isOf = (who: Who, id: string) => who.link === id || (who.role === "kiosk" && who.station === id);
const unknownStation = () => wrongLead([{ path: "station", code: "not-an-option" }]);
