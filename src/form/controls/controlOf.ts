import type { ComponentType } from "react";
import type { Field, Kind } from "#lead/field.ts";
import { afterFirstKey } from "../later.ts";
import { answered } from "./answered.tsx";
import type { ControlProps } from "./control.ts";
import { TextControl } from "./TextControl.tsx";

/** How a question is drawn around its control: one input under its label, several under a legend, or a switch beside it. */
export type Shape = "labelled" | "group" | "inline";

/** A first name is a text. Whatever else a form asks arrives after it takes keys. */
const text = answered(TextControl);
const Control = afterFirstKey(() => import("./Control.tsx"), "Control");

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
  readonly View: ComponentType<ControlProps>;
  readonly shape: Shape;
  /** Typed answers say when they are optional; chips show it by themselves. */
  readonly typed: boolean;
}

/** Whether a question can be drawn before the others' controls have arrived. */
export const isAtOnce = ({ kind, many }: Field) => kind === "text" && !many;

export const controlOf = (field: Field): Drawn => {
  const { kind, many } = field;
  return {
    View: isAtOnce(field) ? text : Control,
    shape: kind === "flag" ? "inline" : groups.has(kind) || (many && lists.has(kind)) ? "group" : "labelled",
    typed: !chosen.has(kind),
  };
};
