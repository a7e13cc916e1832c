import { fieldAt } from "../fields.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { measure } from "../measure.ts";
import { judgePresets } from "./judgePresets.ts";
import { leaveOut } from "./leaveOut.ts";
import { fillPresets } from "./presets.ts";
import { shorten } from "../shorten.ts";
import type { StationEvent } from "./station.ts";

interface Kept {
  readonly presets: JsonObject;
  /** The full texts that exceed Lofty's limit. */
  readonly long: readonly string[];
}

/**
 * A station's presets as they are sent, filled from an event. A text over Lofty's limit is cut at the end of a word. What
 * Lofty would refuse because the event lacks a value is left out, such as a custom attribute without one.
 */
export function keptPresets(presets: JsonObject, event: StationEvent | undefined): Kept {
  const long: string[] = [];
  const keep = (value: Json, path: string): Json => {
    if (Array.isArray(value)) return value.map((item) => keep(item, `${path}.0`));
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, keep(inner as Json, path === "" ? key : `${path}.${key}`)]),
      );
    const limit = fieldAt(path)?.limit;
    if (typeof value !== "string" || limit === undefined || path === "content" || measure(value, limit).left >= 0)
      return value;
    long.push(value);
    return shorten(value, limit);
  };
  // The note's limits are those of the whole note (stamp.ts).
  const { content, ...filled } = keep(fillPresets(presets, event), "") as JsonObject;
  const sent = leaveOut(filled, (rest) => judgePresets(rest as JsonObject))?.right.lead;
  return { presets: { ...sent, ...(content === undefined ? {} : { content }) }, long };
}
