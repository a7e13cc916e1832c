import { useState, type ChangeEvent, type FocusEvent } from "react";
import { useLocale } from "use-intl";
import { keepsFocus } from "../../ui/optionList.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { editedNumber, readNumber, shownNumber, type ShownNumber } from "../answers/shownNumber.ts";
import { typing } from "../answers/typing.ts";
import { Typed } from "../../ui/Typed.tsx";
import { Box, TextBox } from "../../ui/TextBox.tsx";

/** The text in the box while somebody types, and its value. */
interface Typed extends ShownNumber {
  readonly value: string;
  /** What the form wrote before. The browser's Undo may bring it back. */
  readonly first: ShownNumber;
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
  const shown = isTyped ? typed : shownNumber(value, locale);
  const type = ({ target: { value: text, selectionStart }, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    const first = isTyped ? typed.first : shown;
    const inserted = "data" in nativeEvent && typeof nativeEvent.data === "string" ? nativeEvent.data : "";
    const now = text === first.text ? first : editedNumber(shown, text, selectionStart ?? text.length, inserted);
    const next = readNumber(now, locale, field.kind);
    setTyped({ ...now, value: next, first });
    change(next);
  };
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
        value={shown.text}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onChange={type}
        onBlur={settle}
      />
    </Box>
  );
}
