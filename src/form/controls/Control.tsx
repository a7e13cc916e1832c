import type { ComponentType } from "react";
import type { Kind } from "#lead/field.ts";
import { keyOf, type FieldKey } from "#lead/questions.ts";
import { answered } from "./answered.tsx";
import { AtLeastControl } from "./AtLeastControl.tsx";
import { AttributesControl } from "./AttributesControl.tsx";
import { ChoiceControl } from "./ChoiceControl.tsx";
import { ChoicesControl } from "./ChoicesControl.tsx";
import type { ControlProps } from "./control.ts";
import { DateControl } from "./DateControl.tsx";
import { FlagControl } from "./FlagControl.tsx";
import { LinesControl } from "./LinesControl.tsx";
import { ListedControl } from "./ListedControl.tsx";
import { ListControl } from "./ListControl.tsx";
import { NumberControl } from "./NumberControl.tsx";
import { PermissionControl } from "./PermissionControl.tsx";
import { PickControl } from "./PickControl.tsx";
import { ReplaceTagsControl } from "./ReplaceTagsControl.tsx";
import { RoutingControl } from "./RoutingControl.tsx";
import { RowsControl } from "./RowsControl.tsx";
import { SuggestedControl } from "./SuggestedControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { TokensControl } from "./TokensControl.tsx";
import { YesNoControl } from "./YesNoControl.tsx";

type View = ComponentType<ControlProps>;
const text = answered(TextControl);
const number = answered(NumberControl);
const atLeast = answered(AtLeastControl);
const listed = answered(ListedControl);

/** One control a kind. */
const one: Record<Kind, View> = {
  text,
  lines: answered(LinesControl),
  phone: text,
  email: text,
  url: text,
  token: text,
  choice: answered(ChoiceControl),
  pick: answered(PickControl),
  suggested: answered(SuggestedControl),
  yesNo: answered(YesNoControl),
  flag: answered(FlagControl),
  integer: number,
  money: number,
  decimal: number,
  decimalText: number,
  number,
  atLeast,
  atLeastText: atLeast,
  state: listed,
  stateCode: listed,
  int64: text,
  listed,
  agent: listed,
  owner: listed,
  routing: answered(RoutingControl),
  permission: answered(PermissionControl),
  date: answered(DateControl),
  rows: RowsControl,
  attributes: AttributesControl,
};

/** Kinds of which a field takes several. */
const several: Partial<Record<Kind, View>> = {
  phone: ListControl,
  email: ListControl,
  token: answered(TokensControl),
  choice: answered(ChoicesControl),
};

/** Fields that are answered in a way of their own. */
const own: Partial<Record<FieldKey, View>> = {
  tags: answered(ReplaceTagsControl),
};

/** Takes the answer to a field, as its kind is answered. */
export function Control(props: ControlProps) {
  const { kind, many } = props.field;
  const View = own[keyOf(props.path)] ?? ((many && several[kind]) || one[kind]);
  return <View {...props} />;
}
