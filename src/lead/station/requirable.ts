import { isAsked } from "./allowed.ts";
import { beforeSignIn } from "./beforeSignIn.ts";
import { fieldAt } from "../fields.ts";
import type { Station } from "./station.ts";

/** Whether a station may require this answer: only what its own form asks, and at a kiosk only before Sign in. */
export function isRequirable(path: string, station: Pick<Station, "profile" | "asks">): boolean {
  const field = fieldAt(path);
  if (station.profile === "kiosk" && !beforeSignIn.includes(path)) return false;
  return field !== undefined && isAsked(field, path.replace(/\.\d+/g, ""), station);
}
