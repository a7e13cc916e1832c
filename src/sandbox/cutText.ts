import type { Settings } from "./switches.ts";

export type Unit = Settings["truncationUnit"];

export function lengthIn(unit: Unit, text: string): number {
  if (unit === "codepoint") return [...text].length;
  return unit === "utf8" ? Buffer.byteLength(text) : text.length;
}

/** The first `max` units, cut as bluntly as a service does: a UTF-16 or byte cut can leave half a character (API.md 4). */
export function cutText(unit: Unit, text: string, max: number): string {
  if (unit === "codepoint") return [...text].slice(0, max).join("");
  return unit === "utf8" ? Buffer.from(text).subarray(0, max).toString() : text.slice(0, max);
}
