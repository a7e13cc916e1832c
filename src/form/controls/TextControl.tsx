import { Measured } from "../field/Measured.tsx";
import { useAutofill } from "./autofill.ts";
import { idOf, type LeafProps } from "./control.ts";
import { typing } from "./typing.ts";

interface Props extends LeafProps<string> {
  /** Its name, where no label stands above it. */
  readonly label?: string;
}

/** One line of text, as typed: never cut, never masked, never changed. */
export function TextControl({ field, path, words, describedBy, answer, label }: Props) {
  const { value = "", wrong, change, leave, ref } = answer;
  return (
    <Measured text={value} limit={field.limit} kind={field.kind} wrong={wrong}>
      <input
        {...typing[field.kind]}
        id={idOf(path)}
        ref={ref}
        type="text"
        dir="auto"
        {...useAutofill(path)}
        enterKeyHint="next"
        value={value}
        placeholder={words.blank}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        aria-label={label ?? (/\.\d+$/.test(path) ? words.label : undefined)}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
      />
    </Measured>
  );
}
