import type { ComponentType } from "react";
import type { Field } from "#lead/field.ts";
import type { FieldWords } from "./useFieldWords.ts";
import type { Answer } from "./useAnswer.ts";

export interface ControlProps {
  readonly field: Field;
  readonly path: string;
  readonly words: FieldWords;
  /** Ids of the elements that describe the control, for `aria-describedby`. */
  readonly describedBy: string | undefined;
  /** Renders a question inside the control, for example in a row of a list. */
  readonly Question: ComponentType<QuestionProps>;
}

export interface QuestionProps {
  readonly path: string;
  readonly className?: string;
}

/** Props of a control with one answer. The answer does not need to be in the form. */
export interface LeafProps<T> extends Omit<ControlProps, "Question"> {
  readonly answer: Answer<T>;
}

/** The id of the control at a path, for its label and for the links of the error summary. */
export const idOf = (path: string) => `f-${path.replaceAll(".", "-")}`;
