import type { InputHTMLAttributes } from "react";
import { Message } from "./Message.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The error message. */
  readonly wrong?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A text of several lines. */
  readonly lines?: boolean;
  /** The language of the text, if it is not that of the page. */
  readonly lang?: string;
  readonly type?: "text" | "date" | "password";
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly autoComplete?: "off" | "one-time-code";
}

/** A text box outside the form of a lead, with its label, hint and error message. */
export function LabelledBox(props: Props) {
  const { id, label, hint, wrong, value, onChange, lines = false, lang, type, inputMode, autoComplete = "off" } = props;
  const Box = lines ? "textarea" : "input";
  const described = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-error`];
  return (
    <div className="field text-ink">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={`control ${wrong ? "wrong" : ""}`}>
        <Box
          {...(!lines && { type, inputMode })}
          id={id}
          dir="auto"
          lang={lang}
          autoComplete={autoComplete}
          value={value}
          aria-invalid={wrong !== undefined || undefined}
          aria-describedby={described.filter(Boolean).join(" ") || undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {wrong && <Message id={id} text={wrong} />}
    </div>
  );
}
