import type { Field } from "#lead/field.ts";
import type { Kind } from "#lead/kinds.ts";

/**
 * The layout of a question: `labelled` is one input below its label, `group` several inputs below a legend, `inline` a
 * switch beside its label.
 */
export type Shape = "labelled" | "group" | "inline";

const groups: ReadonlySet<Kind> = new Set<Kind>([
  "choice",
  "suggested",
  "yesNo",
  "permission",
  "atLeast",
  "atLeastText",
  "date",
  "rows",
  "attributes",
]);
const chosen: ReadonlySet<Kind> = new Set<Kind>([...groups, "flag"]);
const lists: ReadonlySet<Kind> = new Set<Kind>(["phone", "email"]);

interface Drawn {
  readonly shape: Shape;
  /** Typed questions are marked "optional". Chips need no mark. */
  readonly typed: boolean;
}

export const drawnAs = (field: Field): Drawn => {
  const { kind, many } = field;
  return {
    shape: kind === "flag" ? "inline" : groups.has(kind) || (many && lists.has(kind)) ? "group" : "labelled",
    typed: !chosen.has(kind),
  };
};
