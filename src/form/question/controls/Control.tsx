import type { ComponentType } from "react";
import type { Kind } from "#lead/kinds.ts";
import { keyOf, type FieldKey } from "#lead/questions.ts";
import { answered, typed } from "./answered.tsx";
import { AtLeastControl } from "./AtLeastControl.tsx";
import { AttributesControl } from "./AttributesControl.tsx";
import { ChoiceControl } from "./ChoiceControl.tsx";
import { ChoicesControl } from "./ChoicesControl.tsx";
import type { ControlProps } from "../answers/control.ts";
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
const text = typed(TextControl);
const number = answered(NumberControl);
const atLeast = answered(AtLeastControl);
const listed = answered(ListedControl);

/** The control of each kind. */
const one: Record<Kind, View> = {
  text,
  lines: typed(LinesControl),
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

/** The control of each kind for fields with several answers. */
const several: Partial<Record<Kind, View>> = {
  phone: ListControl,
  email: ListControl,
  token: answered(TokensControl),
  choice: answered(ChoicesControl),
};

/** Fields with a control of their own. */
const own: Partial<Record<FieldKey, View>> = {
  tags: answered(ReplaceTagsControl),
};

/** The control that takes the answer to a field. */
export function Control(props: ControlProps) {
  const { kind, many } = props.field;
  const View = own[keyOf(props.path)] ?? ((many && several[kind]) || one[kind]);
  return <View {...props} />;
}
