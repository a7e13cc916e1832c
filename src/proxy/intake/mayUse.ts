import type { Station } from "#lead/station/station.ts";
import { problem } from "../http/problem.ts";
import type { Who } from "../guard/who.ts";

/**
 * Returns a refusal, or undefined when the sender may use the station. Anyone may use an embedded form; other stations
 * accept staff and the sessions opened for that station.
 */
export function mayUse(who: Who, { id, profile }: Station): Response | undefined {
  if (profile === "embed" || who.role === "staff") return undefined;
  if (who.link === id) return undefined;
  if (who.role === "stranger") return problem(401, "not-signed-in", "Sign in first");
  return who.station === id ? undefined : problem(403, "foreign-station", "This session belongs to another station");
}
