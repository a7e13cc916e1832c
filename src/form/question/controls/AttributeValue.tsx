import type { ComponentType } from "react";
import { selected } from "#lead/attributeValue.ts";
import type { AttributeWords } from "#lead/station/attributeWords.ts";
import type { Field } from "#lead/field.ts";
import type { Kind } from "#lead/kinds.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";
import { DateOffer } from "../messages/DateOffer.tsx";
import { Issue } from "../messages/Issue.tsx";
import { NumberOffer } from "../messages/NumberOffer.tsx";
import { useIssue } from "../answers/useIssue.ts";
import { useFieldWords, type FieldWords } from "../answers/useFieldWords.ts";
import { attributeKinds } from "../answers/attributeRow.ts";
import { ChoiceControl } from "./ChoiceControl.tsx";
import { ChoicesControl } from "./ChoicesControl.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";
import { DateControl } from "./DateControl.tsx";
import { LinesControl } from "./LinesControl.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { PickControl } from "./PickControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { TokensControl } from "./TokensControl.tsx";
import type { Answer } from "../answers/useAnswer.ts";

export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly options?: readonly string[] | undefined;
}

interface Drawn {
  /** Set where the kind differs from the type's kind: free text, or a list that is too long for chips. */
  readonly kind?: Kind;
  readonly many?: true;
  readonly View: ComponentType<LeafProps<never>>;
  readonly isGroup?: true;
}

const text: Drawn = { kind: "text", View: TextControl };
const number: Drawn = { View: NumberControl };
const date: Drawn = { View: DateControl, isGroup: true };
const mostChips = 7;

/** The control for each type. A select without known options becomes a text box. */
const drawn: Record<AttributeType, (options: readonly string[]) => Drawn> = {
  text: () => ({ View: LinesControl }),
  number: () => number,
  percentage: () => number,
  currency: () => number,
  date: () => date,
  anniversary_date: () => date,
  single_select: ({ length }) =>
    length === 0
      ? text
      : length > mostChips
        ? { kind: "pick", View: PickControl }
        : { View: ChoiceControl, isGroup: true },
  multi_select: ({ length }) =>
    length === 0
      ? { kind: "token", many: true, View: TokensControl }
      : { many: true, View: ChoicesControl, isGroup: true },
};

interface Props {
  readonly attribute: Attribute;
  readonly words: AttributeWords;
  /** The path of the answer in the lead. */
  readonly path: string;
  /** Text in the form that Lofty requires (LOFTY.md 3.4). */
  readonly value: string;
  readonly onChange: (written: string) => void;
  readonly onLeave: () => void;
}

/** The answer to a custom attribute, with the control of its type. */
export function AttributeValue({ attribute, words, path, value, onChange, onLeave }: Props) {
  const { type, options = [] } = attribute;
  const { kind = attributeKinds[type], many, View, isGroup } = drawn[type](options);
  const ofField = useFieldWords(path);
  const problem = useIssue(path);
  const id = idOf(path);
  const field: Field = { path, kind, ...(many ? { many } : {}), options };
  const own: FieldWords = { ...ofField, label: words.name, option: words.option };
  const answer: Answer<unknown> = {
    value: many ? (selected(value) ?? []) : value || undefined,
    wrong: problem !== undefined,
    change: (next) =>
      onChange(Array.isArray(next) ? (next.length > 0 ? JSON.stringify(next) : "") : String(next ?? "")),
    leave: onLeave,
  };
  const control = (
    <View
      field={field}
      path={path}
      words={own}
      describedBy={problem && `${id}-error`}
      answer={answer as Answer<never>}
    />
  );
  const message = (
    <>
      <Issue path={path} />
      {(kind === "money" || kind === "decimal") && <NumberOffer path={path} kind={kind} />}
      {kind === "date" && <DateOffer path={path} />}
    </>
  );
  return isGroup ? (
    <fieldset className="field" id={id}>
      <legend className="label">
        <bdi>{words.name}</bdi>
      </legend>
      {control}
      {message}
    </fieldset>
  ) : (
    <div className="field">
      <label className="label" htmlFor={id}>
        <bdi>{words.name}</bdi>
      </label>
      {control}
      {message}
    </div>
  );
}
