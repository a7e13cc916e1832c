import type { Field, Kind } from "#lead/field.ts";
import { ChoiceControl } from "./ChoiceControl.tsx";
import { ChoicesControl } from "./ChoicesControl.tsx";
import { later } from "../later.ts";
import { answered } from "./answered.tsx";
import type { Control } from "./control.ts";
import { FlagControl } from "./FlagControl.tsx";
import { LinesControl } from "./LinesControl.tsx";
import { ListControl } from "./ListControl.tsx";
import { PermissionControl } from "./PermissionControl.tsx";
import { PickControl } from "./PickControl.tsx";
import { TextControl } from "./TextControl.tsx";
import { YesNoControl } from "./YesNoControl.tsx";

const AttributesControl = later(() => import("./AttributesControl.tsx"), "AttributesControl");
const DateControl = later(() => import("./DateControl.tsx"), "DateControl");
const NumberControl = later(() => import("./NumberControl.tsx"), "NumberControl");
const RowsControl = later(() => import("./RowsControl.tsx"), "RowsControl");
const TokensControl = later(() => import("./TokensControl.tsx"), "TokensControl");

const single = (View: Control["View"]): Control => ({ View, shape: "labelled", typed: true });
const group = (View: Control["View"]): Control => ({ View, shape: "group", typed: false });

const list: Control = { View: ListControl, shape: "group", typed: true };
const text = single(answered(TextControl));
const listed = single(answered(later(() => import("./ListedControl.tsx"), "ListedControl")));
const number = single(answered(NumberControl));

/** One control a kind. */
const one: Record<Kind, Control> = {
  text,
  lines: single(answered(LinesControl)),
  phone: text,
  email: text,
  url: text,
  token: text,
  choice: group(answered(ChoiceControl)),
  pick: single(answered(PickControl)),
  yesNo: group(answered(YesNoControl)),
  flag: { View: answered(FlagControl), shape: "inline", typed: false },
  integer: number,
  money: number,
  decimal: number,
  decimalText: number,
  number,
  int64: text,
  listed,
  agent: listed,
  owner: listed,
  routing: single(answered(later(() => import("./RoutingControl.tsx"), "RoutingControl"))),
  permission: group(answered(PermissionControl)),
  date: group(answered(DateControl)),
  rows: group(RowsControl),
  attributes: group(AttributesControl),
};

/** Kinds of which a field takes several. */
const several: Partial<Record<Kind, Control>> = {
  phone: list,
  email: list,
  token: single(answered(TokensControl)),
  choice: group(answered(ChoicesControl)),
};

export const controlOf = ({ kind, many }: Field): Control => (many && several[kind]) || one[kind];
