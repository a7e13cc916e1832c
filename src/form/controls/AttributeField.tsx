import type { ComponentType } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { selected } from "#lead/attributeValue.ts";
import type { Field, Kind } from "#lead/field.ts";
import type { PublicStation } from "#lead/station.ts";
import type { AttributeType } from "#lead/topics/attributes.ts";
import { Message } from "../field/Message.tsx";
import { useIssue } from "../field/useIssue.ts";
import type { FieldWords } from "../words/useFieldWords.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { ChoiceControl } from "./ChoiceControl.tsx";
import { ChoicesControl } from "./ChoicesControl.tsx";
import { idOf, type LeafProps } from "./control.ts";
import { DateControl } from "./DateControl.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { PickControl } from "./PickControl.tsx";
import { TextControl } from "./TextControl.tsx";
import type { Answer } from "./useAnswer.ts";

type Attribute = PublicStation["attributes"][number];
interface Row {
  readonly attributeName: string;
  readonly attributeType: AttributeType;
  readonly value: string;
}

/** Which control answers a type of attribute, and how the answer is written in the row's `value`. */
const kinds: Record<
  AttributeType,
  { readonly kind: Kind; readonly many?: true; readonly View: ComponentType<LeafProps<never>>; readonly group: boolean }
> = {
  text: { kind: "text", View: TextControl, group: false },
  number: { kind: "decimal", View: NumberControl, group: false },
  percentage: { kind: "decimal", View: NumberControl, group: false },
  currency: { kind: "money", View: NumberControl, group: false },
  date: { kind: "date", View: DateControl, group: true },
  anniversary_date: { kind: "date", View: DateControl, group: true },
  single_select: { kind: "choice", View: ChoiceControl, group: true },
  multi_select: { kind: "choice", many: true, View: ChoicesControl, group: true },
};

const mostChips = 7;
const kindOf = ({ type, options = [] }: Attribute): (typeof kinds)[AttributeType] =>
  type === "single_select" && options.length > mostChips
    ? { kind: "pick", View: PickControl, group: false }
    : kinds[type];

/** One of the office's own questions. Its row exists once it has an answer, and is found by its name. */
export function AttributeField({
  attribute,
  list,
  place,
}: {
  readonly attribute: Attribute;
  readonly list: string;
  readonly place: number;
}) {
  const { kind, many, View, group } = kindOf(attribute);
  const { at, answer } = useRow(attribute, list, place, many === true);
  const path = `${list}.${at}.value`;
  const words = useFieldWords(path);
  const problem = useIssue(path);
  const id = idOf(path);
  const field: Field = { path, kind, ...(many ? { many } : {}), options: attribute.options ?? [] };
  const own: FieldWords = { ...words, label: attribute.name, option: String };
  const props = { field, path, words: own, describedBy: problem && `${id}-error`, answer: answer as Answer<never> };
  const message = problem && <Message id={id} text={words.issue(problem)} />;
  return group ? (
    <fieldset className="field" id={id}>
      <legend className="label">{attribute.name}</legend>
      <View {...props} />
      {message}
    </fieldset>
  ) : (
    <div className="field">
      <label className="label" htmlFor={id}>
        {attribute.name}
      </label>
      <View {...props} />
      {message}
    </div>
  );
}

function useRow({ name, type }: Attribute, list: string, place: number, many: boolean) {
  const { getValues, setValue, trigger } = useFormContext();
  const rows = () => [...((getValues(list) as Row[] | undefined) ?? [])];
  const mine = (row: Row | undefined) => row?.attributeName === name;
  const index = useWatch({ name: list, compute: (now: Row[] | undefined) => now?.findIndex(mine) ?? -1 });
  const value = useWatch({ name: list, compute: (now: Row[] | undefined) => now?.find(mine)?.value ?? "" });
  // An unanswered question has no row yet; its place past every row keeps ids apart.
  const at = index >= 0 ? index : 1000 + place;
  const wrong = useIssue(`${list}.${at}.value`) !== undefined;
  const answer: Answer<unknown> = {
    value: many ? (selected(value) ?? []) : value || undefined,
    wrong,
    change(next) {
      const written = Array.isArray(next) ? (next.length > 0 ? JSON.stringify(next) : "") : String(next ?? "");
      const row: Row = { attributeName: name, attributeType: type, value: written };
      const others = rows();
      const found = others.findIndex(mine);
      if (written === "")
        setValue(
          list,
          others.filter((other) => !mine(other)),
        );
      else setValue(list, found < 0 ? [...others, row] : others.with(found, row));
      if (wrong) void trigger(`${list}.${at}.value`);
    },
    leave() {
      if (index >= 0) void trigger(`${list}.${at}.value`);
    },
    ref: () => undefined,
  };
  return { at, answer };
}
