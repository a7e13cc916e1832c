import { useState, type FocusEvent } from "react";
import { useLocale } from "use-intl";
import { keepsFocus } from "../../ui/optionList.ts";
import { formatNumber, parseNumber } from "../answers/numbers.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { typing } from "../answers/typing.ts";
import { Typed } from "../../ui/Typed.tsx";
import { Box, TextBox } from "../../ui/TextBox.tsx";

/** The text in the box while somebody types, and its value. */
interface Typed {
  readonly text: string;
  readonly value: string;
}

/**
 * A number box. It accepts `650k` or `1,200,000`, stores canonical text and shows grouped digits. An invalid text stays
 * as typed.
 */
export function NumberControl({ field, path, describedBy, answer }: LeafProps<string | number>) {
  const locale = useLocale();
  const { value, wrong, change, leave } = answer;
  const [typed, setTyped] = useState<Typed>();
  const isTyped = typed !== undefined && typed.value === value;
  const read = (text: string) => parseNumber(text, locale, field.kind) ?? text;
  const settle = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
    if (keepsFocus(currentTarget)) return;
    // Not read again: the language, and with it the meaning of a comma, may be another by now.
    if (isTyped) change(typed.value);
    setTyped(undefined);
    leave();
  };
  return (
    <Box isWrong={wrong}>
      {field.kind === "money" && (
        <span className="pl-(--pad-x) text-(length:--field-text) text-ink-3" aria-hidden="true">
          $
        </span>
      )}
      <TextBox
        {...typing[field.kind]}
        id={idOf(path)}
        type="text"
        className={field.kind === "money" ? "ps-[.45rem]" : ""}
        autoComplete="off"
        enterKeyHint="next"
        value={isTyped ? typed.text : formatNumber(value, locale)}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onChange={({ target: { value: text } }) => {
          const next = read(text);
          setTyped({ text, value: next });
          change(next);
        }}
        onBlur={settle}
      />
    </Box>
  );
}
