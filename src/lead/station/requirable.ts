import { isAskedAt, isVisited } from "./allowed.ts";
import { beforeSignIn } from "./beforeSignIn.ts";
import type { Station } from "./station.ts";

/** Whether a station may require this answer: only what its own form asks, and at a kiosk only before Sign in. */
export function isRequirable(path: string, station: Pick<Station, "profile" | "asks" | "attributes">): boolean {
  if (station.profile === "kiosk" && !beforeSignIn.includes(path)) return false;
  // Visitors answer only the station's own questions.
  const hasNone = path === "customAttributeList" && !station.attributes.some(({ visitors }) => visitors);
  return isAskedAt(path, station) && !(isVisited(station) && hasNone);
}
