import { useTextOf } from "../answers/live.ts";
import { Measured } from "../messages/Measured.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";
import { useBox } from "../answers/useBox.ts";
import { TextArea } from "../../ui/TextBox.tsx";

/** Several lines of text. The box grows with the text. */
export function LinesControl({ field, path, words, describedBy, answer }: LeafProps<string>) {
  const { wrong, change, leave } = answer;
  const live = useTextOf(answer);
  return (
    <Measured live={live} limit={field.limit} kind={field.kind} wrong={wrong} lines>
      <TextArea
        id={idOf(path)}
        ref={useBox<HTMLTextAreaElement>(live)}
        rows={3}
        autoComplete="off"
        placeholder={words.blank}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
      />
    </Measured>
  );
}
