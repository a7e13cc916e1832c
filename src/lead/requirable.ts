import { isAsked } from "./allowed.ts";
import { fieldAt } from "./fields.ts";
import type { Station } from "./station.ts";

/** Whether a station may require an answer: only what its own form asks for. */
export function isRequirable(path: string, station: Pick<Station, "profile" | "asks">): boolean {
  const field = fieldAt(path);
  return field !== undefined && isAsked(field, path.replace(/\.\d+/g, ""), station);
}
