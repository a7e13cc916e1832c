import type { Settings } from "./switches.ts";

export type Unit = Settings["truncationUnit"];

export function lengthIn(unit: Unit, text: string): number {
  if (unit === "codepoint") return [...text].length;
  return unit === "utf8" ? Buffer.byteLength(text) : text.length;
}

/**
 * Returns the first `max` units. A cut in UTF-16 units or bytes can leave half a character, as a service would
 * (LOFTY.md 4).
 */
export function cutText(unit: Unit, text: string, max: number): string {
  if (unit === "codepoint") return [...text].slice(0, max).join("");
  return unit === "utf8" ? Buffer.from(text).subarray(0, max).toString() : text.slice(0, max);
}
