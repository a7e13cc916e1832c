import { fieldAt } from "#lead/fields.ts";
import { isObject, type JsonObject } from "#lead/json.ts";
import { limits } from "#lead/limits.ts";
import { measure } from "#lead/measure.ts";
import { fillPresets } from "#lead/station/presets.ts";
import { shorten } from "#lead/shorten.ts";
import type { StationEvent } from "#lead/station/station.ts";

/**
 * Returns a beginning of the event's address that fits Lofty's limits in every preset, or undefined if the whole
 * address fits.
 */
export function shorterAddress(event: StationEvent, presets: object): string | undefined {
  const room = Math.min(...roomsIn(presets, event, ""));
  const { left } = measure(event.address, room);
  if (room === Infinity || left >= 0) return undefined;
  const parts = event.address.split(",");
  while (parts.length > 1 && measure(parts.join(","), room).left < 0) parts.pop();
  return shorten(parts.join(","), Math.max(0, room));
}

/** The number of UTF-16 units that each preset leaves for the address. */
function roomsIn(preset: unknown, event: StationEvent, path: string): readonly number[] {
  if (Array.isArray(preset)) return preset.flatMap((item) => roomsIn(item, event, `${path}.0`));
  if (isObject(preset))
    return Object.entries(preset).flatMap(([key, inner]) =>
      roomsIn(inner, event, path === "" ? key : `${path}.${key}`),
    );
  const times = typeof preset === "string" ? preset.split("{address}").length - 1 : 0;
  const limit = path === "content" ? limits.notePreset : fieldAt(path)?.limit;
  if (times === 0 || limit === undefined) return [];
  const { text } = fillPresets({ text: preset } as JsonObject, event) as { text: string };
  const around = measure(text, limit).length - times * measure(event.address, limit).length;
  return [Math.floor((limit - around) / times)];
}
