import type { ComponentType } from "react";
import type { ControlProps, LeafProps } from "./control.ts";
import { useAnswer } from "./useAnswer.ts";

/** Gives a control the answer that the draft holds at its path. */
export function answered<T>(View: ComponentType<LeafProps<T>>): ComponentType<ControlProps> {
  return function Answered(props: ControlProps) {
    return <View {...props} answer={useAnswer<T>(props.path)} />;
  };
}
