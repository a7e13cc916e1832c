import { isVisited } from "#lead/station/allowed.ts";
import type { Field } from "#lead/field.ts";
import { useStation } from "../../station/useStation.ts";

/** The options of a field for the people at this station: visitors do not get `staffOptions`. */
export function useOptions({ options = [], staffOptions = [] }: Field): readonly (string | number)[] {
  return isVisited(useStation()) ? options.filter((option) => !staffOptions.includes(option)) : options;
}
