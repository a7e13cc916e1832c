import type { Field } from "#lead/field.ts";
import type { FieldWords } from "../words/useFieldWords.ts";
import type { Answer } from "./useAnswer.ts";

export interface ControlProps {
  readonly field: Field;
  readonly path: string;
  readonly words: FieldWords;
  /** Ids of what describes the control, for `aria-describedby`. */
  readonly describedBy: string | undefined;
}

/** A control of one answer, wherever that answer is kept. */
export interface LeafProps<T> extends ControlProps {
  readonly answer: Answer<T>;
}

/** The id of the control at a path; an error summary's links and the labels lead to it. */
export const idOf = (path: string) => `f-${path.replaceAll(".", "-")}`;
