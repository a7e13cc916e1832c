import type { Station } from "#lead/station.ts";
import { problem } from "../problem.ts";
import type { Who } from "../guard/sessions.ts";

/** A page's form takes anyone; every other station takes staff and the sessions that were opened for it alone. */
export function mayUse(who: Who, { id, profile }: Station): Response | undefined {
  if (profile === "embed" || who.role === "staff") return undefined;
  if (who.link === id) return undefined;
  if (who.role === "stranger") return problem(401, "not-signed-in", "Sign in first");
  return who.station === id ? undefined : problem(403, "foreign-station", "This session belongs to another station");
}
