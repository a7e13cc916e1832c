import type { ComponentType } from "react";
import type { ControlProps, LeafProps } from "../answers/control.ts";
import { useAnswer, useTypedAnswer } from "../answers/useAnswer.ts";

/** Connects a control to the answer at its path in the draft. */
export function answered<T>(View: ComponentType<LeafProps<T>>): ComponentType<ControlProps> {
  return function Answered(props: ControlProps) {
    return <View {...props} answer={useAnswer<T>(props.path)} />;
  };
}

/** The same for a control whose box keeps its own text. */
export function typed(View: ComponentType<LeafProps<string>>): ComponentType<ControlProps> {
  return function Typed(props: ControlProps) {
    return <View {...props} answer={useTypedAnswer(props.path)} />;
  };
}
