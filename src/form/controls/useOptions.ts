import { isVisited } from "#lead/allowed.ts";
import type { Field } from "#lead/field.ts";
import { useStation } from "../station/useStation.ts";

/** The options of a field that this station's people are offered. */
export function useOptions({ options = [], staffOptions = [] }: Field): readonly (string | number)[] {
  return isVisited(useStation()) ? options.filter((option) => !staffOptions.includes(option)) : options;
}
