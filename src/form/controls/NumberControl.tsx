import { useState, type FocusEvent } from "react";
import { useLocale } from "use-intl";
import { keepsFocus } from "../ui/optionList.ts";
import { formatNumber, parseNumber } from "./numbers.ts";
import { idOf, type LeafProps } from "./control.ts";
import { typing } from "./typing.ts";
import { Typed } from "../ui/Typed.tsx";

/** What stands in the box while it is typed in, and the answer it was read as. */
interface Typed {
  readonly text: string;
  readonly value: string;
}

/** A number: typed as people do (`650k`, `1,200,000`), kept as canonical text, grouped for reading; else as typed. */
export function NumberControl({ field, path, describedBy, answer }: LeafProps<string | number>) {
  const locale = useLocale();
  const { value, wrong, change, leave, ref } = answer;
  const [typed, setTyped] = useState<Typed>();
  const isTyped = typed !== undefined && typed.value === value;
  const read = (text: string) => parseNumber(text, locale, field.kind) ?? text;
  const settle = ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
    if (keepsFocus(currentTarget)) return;
    if (isTyped) change(read(currentTarget.value));
    setTyped(undefined);
    leave();
  };
  return (
    <div className={`control ${wrong ? "wrong" : ""}`}>
      {field.kind === "money" && (
        <span className="lead" aria-hidden="true">
          $
        </span>
      )}
      <input
        {...typing[field.kind]}
        id={idOf(path)}
        ref={ref}
        type="text"
        dir="auto"
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
    </div>
  );
}
