import { measure } from "#lead/measure.ts";

/** Replaces the last texts that code keeps in memory after their form is gone: of measure() and of the last RegExp. */
export function forgetTexts(): void {
  measure("", 0);
  /^/.exec("");
}
