import { oneLine } from "../characters.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { StationEvent } from "./station.ts";

/** A placeholder with the separator before it. */
const joined = /( ?[,;:–-]? ?)\{(address|date|host)\}/g;

/**
 * Fills `{address}`, `{date}` and `{host}` in a station's presets. If a value is missing or there is no event, a
 * sentence with that placeholder is removed. In other texts, the placeholder and the comma before it are removed.
 */
export function fillPresets(presets: JsonObject, event: StationEvent | undefined): JsonObject {
  const valueOf = (name: string) => oneLine(event?.[name as "address" | "date" | "host"] ?? "").trim();
  const isUnknown = (text: string) => [...text.matchAll(joined)].some(([, , name = ""]) => valueOf(name) === "");
  const fillText = (text: string): string => {
    const sentences = text.split(/(?<=[.!?]\s|\n)/).filter((part) => !(/[.!?]\s*$/.test(part) && isUnknown(part)));
    const filled = sentences.join("").replace(joined, (_, before: string, name: string) => {
      const value = valueOf(name);
      return value === "" ? "" : before + value;
    });
    return (isUnknown(text) ? filled.replace(/^[\s,;:–-]+/, "") : filled).trim();
  };
  const fill = (value: Json): Json => {
    if (typeof value === "string") return fillText(value);
    if (Array.isArray(value)) return value.map(fill).filter((item) => item !== "");
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner as Json)]));
    return value;
  };
  return fill(presets) as JsonObject;
}
