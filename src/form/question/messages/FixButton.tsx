import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { focusNow } from "../answers/focusSoon.ts";
import { Typed } from "../../ui/Typed.tsx";

interface Props {
  readonly path: string;
  readonly onTake: () => void;
  readonly children: ReactNode;
}

/**
 * A button that fixes an answer. Then the answer is validated again and gets the focus, because the button disappears.
 */
export function FixButton({ path, onTake, children }: Props) {
  const { trigger } = useFormContext();
  const take = () => {
    onTake();
    void trigger(path);
    focusNow(path);
  };
  return (
    <button
      type="button"
      className="btn btn-quiet -ms-3 min-h-(--tap) self-start justify-self-start text-start text-(length:--label)"
      onClick={take}
    >
      {typeof children === "string" ? <Typed text={children} /> : children}
    </button>
  );
}
