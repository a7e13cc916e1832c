import type { ChangeEvent, InputHTMLAttributes } from "react";
import { IssueMessage } from "./Message.tsx";
import { Box, TextArea, TextBox } from "./TextBox.tsx";
import { Hint } from "./Hint.tsx";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The error message. */
  readonly wrong?: string | undefined;
  /** The error message answers the press of a button, and is announced. */
  readonly isAnswer?: boolean;
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
  const {
    id,
    label,
    hint,
    wrong,
    value,
    onChange,
    lines = false,
    lang,
    type,
    inputMode,
    autoComplete = "off",
    isAnswer,
  } = props;
  const described = [hint !== undefined && `${id}-hint`, wrong !== undefined && `${id}-error`];
  const box = {
    id,
    lang,
    autoComplete,
    value,
    "aria-invalid": wrong !== undefined || undefined,
    "aria-describedby": described.filter(Boolean).join(" ") || undefined,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(target.value),
  };
  return (
    <div className="field text-ink">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <Box isWrong={Boolean(wrong)}>
        {lines ? <TextArea {...box} /> : <TextBox {...box} type={type} inputMode={inputMode} />}
      </Box>
      {wrong && <IssueMessage id={id} text={wrong} {...(isAnswer && { isAnswer })} />}
    </div>
  );
}
