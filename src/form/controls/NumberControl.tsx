import { useState } from "react";
import { useLocale } from "use-intl";
import { formatNumber, parseNumber } from "./numbers.ts";
import { idOf, type LeafProps } from "./control.ts";
import { typing } from "./typing.ts";

/** A number: typed as people do (`650k`, `1,200,000`), kept as canonical text, grouped for reading; else as typed. */
export function NumberControl({ field, path, describedBy, answer }: LeafProps<string | number>) {
  const locale = useLocale();
  const { value, wrong, change, leave, ref } = answer;
  const [typed, setTyped] = useState<string>();
  const read = (text: string) => parseNumber(text, locale, field.kind === "money" || field.kind === "integer") ?? text;
  const settle = () => {
    if (typed !== undefined) change(read(typed));
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
        autoComplete="off"
        enterKeyHint="next"
        value={typed ?? formatNumber(value, locale)}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          setTyped(event.target.value);
          change(read(event.target.value));
        }}
        onBlur={settle}
      />
    </div>
  );
}
