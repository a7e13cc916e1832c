import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { focusNow } from "../controls/focusSoon.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly path: string;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

/** Help that is taken with a touch. The answer is judged anew, and has the focus: the button is gone by then. */
export function WayOut({ path, onTake, children }: Props) {
  const { trigger } = useFormContext();
  const take = () => {
    onTake();
    void trigger(path);
    focusNow(path);
  };
  return (
    <button type="button" className="btn btn-quiet way-out" onClick={take}>
      {typeof children === "string" ? <Typed text={children} /> : children}
    </button>
  );
}
