import { useTextOf } from "../answers/live.ts";
import { Measured } from "../messages/Measured.tsx";
import { useAutofill } from "../answers/autofill.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { typing } from "../answers/typing.ts";
import { useBox } from "../answers/useBox.ts";
import { TextBox } from "../../ui/TextBox.tsx";

interface Props extends LeafProps<string> {
  /** The accessible name, if there is no visible label. */
  readonly label?: string;
}

/** One line of text. It is never cut, masked or changed. */
export function TextControl({ field, path, words, describedBy, answer, label }: Props) {
  const { wrong, change, leave } = answer;
  const live = useTextOf(answer);
  return (
    <Measured live={live} limit={field.limit} kind={field.kind} wrong={wrong}>
      <TextBox
        {...typing[field.kind]}
        id={idOf(path)}
        ref={useBox<HTMLInputElement>(live)}
        type="text"
        {...useAutofill(path)}
        enterKeyHint="next"
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
