import { isObject, type Json, type JsonObject } from "./json.ts";
import type { StationEvent } from "./station.ts";

/** Fills `{address}`, `{date}` and `{host}` in a station's presets; without an event they vanish. */
export function fillPresets(presets: JsonObject, event: StationEvent | undefined): JsonObject {
  const fill = (value: Json): Json => {
    if (typeof value === "string")
      return value
        .replace(/\{(address|date|host)\}/g, (_, name: "address" | "date" | "host") => oneLine(event?.[name] ?? ""))
        .trim();
    if (Array.isArray(value)) return value.map(fill).filter((item) => item !== "");
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner as Json)]));
    return value;
  };
  return fill(presets) as JsonObject;
}

/** No preset is refused by Lofty for what an event's text holds. */
const oneLine = (text: string) => text.toWellFormed().replace(/\p{Cc}+/gu, " ");
