import type { Issue } from "../issue.ts";
import { isObject } from "../json.ts";
import { valueAt } from "../valueAt.ts";

const mostRounds = 50;

/**
 * Removes the parts of a value that `judge` finds wrong, until it finds no more. Returns its last answer and the names of
 * the removed parts: a path (`sound`), or an item of a list (`languages: ko`). Returns undefined if what is wrong
 * cannot be removed.
 */
export function leaveOut<Right extends object>(
  value: unknown,
  judge: (rest: unknown) => Right | { readonly issues: readonly Issue[] },
): { readonly right: Right; readonly leftOut: readonly string[] } | undefined {
  const rest: unknown = structuredClone(value);
  const leftOut = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const judged = judge(rest);
    if (!("issues" in judged)) return { right: judged, leftOut: [...leftOut] };
    const paths = new Set(judged.issues.map(({ path }) => faultyPart(rest, path)));
    // Last row first, so that the indexes of earlier rows stay valid.
    for (const path of [...paths].toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }))) {
      const left = leave(rest, path);
      if (left === undefined) return undefined;
      leftOut.add(left);
    }
  }
  return undefined;
}

/** Returns the path, or its parent if the value is missing. */
const faultyPart = (whole: unknown, path: string): string =>
  isObject(whole) && valueAt(whole, path) === undefined ? path.replace(/(^|\.)[^.]*$/, "") : path;

/** Removes the value at a path and returns its name; undefined if there is no value. */
function leave(whole: unknown, path: string): string | undefined {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const list = names.join(".");
  const holder = list === "" ? whole : valueAt(whole, list);
  if (Array.isArray(holder)) {
    const [item] = holder.splice(Number(last), 1) as unknown[];
    return typeof item === "string" ? `${list}: ${item}` : path;
  }
  if (!isObject(holder) || !(last in holder)) return undefined;
  Reflect.deleteProperty(holder, last);
  return path;
}
