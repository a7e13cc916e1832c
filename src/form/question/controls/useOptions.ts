import { isVisited } from "#lead/station/allowed.ts";
import type { Field } from "#lead/field.ts";
import { useStation } from "../../station/useStation.ts";

/**
 * The options of a field for the people at this station: visitors do not get `staffOptions`. A picked value that is no
 * option any more is one of them, so that it is seen and can be changed.
 */
export function useOptions({ options = [], staffOptions = [] }: Field, picked: unknown): readonly (string | number)[] {
  const isVisitor = isVisited(useStation());
  const offered = isVisitor ? options.filter((option) => !staffOptions.includes(option)) : options;
  const known = new Set(offered.map(String));
  const others = [picked].flat().filter((one) => typeof one === "string" || typeof one === "number");
  return [...offered, ...others.filter((one) => one !== "" && !known.has(String(one)))];
}
