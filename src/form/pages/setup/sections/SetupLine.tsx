import { useState } from "react";
import { useTranslations } from "use-intl";
import { LabelledBox } from "../../../ui/LabelledBox.tsx";

interface Props {
  /** The key of its words. */
  readonly name:
    | "name"
    | "temperatures"
    | "idleSeconds"
    | "brandName"
    | "brandColour"
    | "logo"
    | "consentVersion"
    | "consentText"
    | "agencyText"
    | "agencyVersion"
    | "frameParents"
    | "attributeName"
    | "attributeOptions"
    | "newName"
    | "beds"
    | "baths"
    | "squareFeet"
    | "price";
  /** The text when the box is first drawn. Afterwards the box keeps its own text. */
  readonly initial: string;
  /** A text of several lines. */
  readonly lines?: boolean;
  readonly wrong?: string | undefined;
  readonly inputMode?: "decimal";
  readonly onChange: (value: string) => void;
  /** Needed where the same box stands several times. */
  readonly row?: number;
}

/** A text box for one setting of a station. */
export function SetupLine({ name, initial, lines = false, wrong, inputMode, onChange, row }: Props) {
  const t = useTranslations("setup");
  const [text, setText] = useState(initial);
  const id = row === undefined ? `setup-${name}` : `setup-${name}-${row}`;
  return (
    <LabelledBox
      id={id}
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      wrong={wrong}
      value={text}
      lines={lines}
      inputMode={inputMode}
      onChange={(typed) => {
        setText(typed);
        onChange(typed);
      }}
    />
  );
}

/** The lines of a text, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
