import { Check } from "lucide-react";
import type { ComponentProps } from "react";
import { TickBox } from "./TickBox.tsx";

/** A row of chips, or several where they do not fit. */
export const Chips = (props: ComponentProps<"div">) => <div {...props} className="flex flex-wrap gap-(--chip-gap)" />;

/** Each gap and padding: a picked chip is as wide as before, because its check stands in room that the padding left. */
const rooms = {
  check: "gap-[.35em] px-[calc(var(--h-chip)*.18+.675em)] has-checked:px-[calc(var(--h-chip)*.18)]",
  box: "group gap-2 px-[.75em]",
};

interface Props extends ComponentProps<"input"> {
  readonly id: string;
  readonly type: "radio" | "checkbox";
  /** What shows that it is picked, beside its colours. */
  readonly mark?: "check" | "box" | "none";
  readonly isWide?: boolean;
}

/** A choice as a chip: a radio or a checkbox, and its words. */
export function Chip({ id, mark = "check", isWide = false, children, ...input }: Props) {
  return (
    <label
      className={`pick relative inline-flex min-h-(--h-chip) cursor-pointer items-center rounded-control border py-[.2em] text-[length:var(--chip-text,calc(var(--field-text)*.92))] font-[520] ${rooms[mark === "box" ? "box" : "check"]} ${isWide ? "min-w-28 justify-center" : ""}`}
      htmlFor={id}
    >
      <input {...input} id={id} className="peer absolute inset-0 cursor-pointer opacity-0" />
      {mark === "check" && <Check aria-hidden="true" className="hidden size-[1em] peer-checked:block" />}
      {mark === "box" && <TickBox />}
      {children}
    </label>
  );
}
