import { parseStation } from "#lead/parseStation.ts";
import { frameParent, type Station } from "#lead/station.ts";

/** A stored station. One saved by an older version gets today's defaults, and loses the frames that could not be named. */
export function readStation(text: string): Station | undefined {
  const saved = JSON.parse(text) as Station;
  const frameParents = saved.frameParents?.filter((one) => frameParent.test(one));
  const parsed = parseStation({ ...saved, ...(frameParents && { frameParents }) });
  return "station" in parsed ? parsed.station : undefined;
}
