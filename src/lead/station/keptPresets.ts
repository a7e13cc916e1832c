import { fieldAt } from "../fields.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { measure } from "../measure.ts";
import { fillPresets } from "./presets.ts";
import { shorten } from "../shorten.ts";
import type { StationEvent } from "./station.ts";

interface Kept {
  readonly presets: JsonObject;
  /** The full texts that exceed Lofty's limit. */
  readonly long: readonly string[];
}

/** A station's presets, filled from an event. A text over Lofty's limit is cut at the end of a word. */
export function keptPresets(presets: JsonObject, event: StationEvent | undefined): Kept {
  const long: string[] = [];
  const keep = (value: Json, path: string): Json => {
    if (Array.isArray(value)) return value.map((item) => keep(item, `${path}.0`));
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, keep(inner as Json, path === "" ? key : `${path}.${key}`)]),
      );
    const limit = fieldAt(path)?.limit;
    // The note has its own limit (stamp.ts).
    if (typeof value !== "string" || limit === undefined || path === "content" || measure(value, limit).left >= 0)
      return value;
    long.push(value);
    return shorten(value, limit);
  };
  return { presets: keep(fillPresets(presets, event), "") as JsonObject, long };
}
