import { Measured } from "../field/Measured.tsx";
import { idOf, type LeafProps } from "./control.ts";

/** Several lines of text; the box grows with them. */
export function LinesControl({ field, path, words, describedBy, answer }: LeafProps<string>) {
  const { value = "", wrong, change, leave, ref } = answer;
  return (
    <Measured text={value} limit={field.limit} kind={field.kind} wrong={wrong} lines>
      <textarea
        dir="auto"
        id={idOf(path)}
        ref={ref}
        rows={3}
        autoComplete="off"
        value={value}
        placeholder={words.blank}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
      />
    </Measured>
  );
}
