import type { Condition } from "./conditions.ts";

/**
 * What an answer is. The kind decides the rule it must pass (kinds.ts) and the control that takes it
 * (src/form/controls).
 *
 * text, lines (several lines of text), phone, email, url · token: a short word of a set, such as a tag · choice: one
 * of `options` (pick: from a closed list; suggested: or any text) · yesNo: Lofty's "Yes"/"No" · flag: true/false · permission: a flag that forbids when true · integer, money, decimal: numbers, in a draft also as
 * canonical text (`650000`, `2.5`) · decimalText: a number Lofty wants as text · number: any number, forwarded ·
 * atLeast, atLeastText: an integer and such a text, picked as `1+` up to `upTo` · state, stateCode: a text, with the states of
 * the US by name or by their two letters · int64: exact digits as text · date: Lofty's `MMM d, yyyy` · rows: a list of `fields` · attributes: the rows of
 * an office's own questions.
 */
export type Kind =
  | "text"
  | "lines"
  | "phone"
  | "email"
  | "url"
  | "token"
  | "choice"
  | "pick"
  | "suggested"
  | "yesNo"
  | "flag"
  | "integer"
  | "money"
  | "decimal"
  | "decimalText"
  | "number"
  | "atLeast"
  | "atLeastText"
  | "state"
  | "stateCode"
  | "int64"
  | "listed"
  | "agent"
  | "owner"
  | "routing"
  | "permission"
  | "date"
  | "rows"
  | "attributes";

/** Kinds that Lofty wants as bare 64-bit numbers; here they are digits in a text. */
export const int64Kinds: ReadonlySet<Kind | undefined> = new Set<Kind>(["int64", "agent", "owner", "routing"]);

/** Where staff meet a question: on the agent's first screen, on its step, under More details, under Advanced. */
export type StaffPlace = "first" | "shown" | "more" | "advanced";
/** Visitors are asked, or asked only where the station turns the question on. */
export type VisitorPlace = "asked" | "offered";

export interface Ask {
  readonly agent?: StaffPlace;
  readonly desk?: StaffPlace;
  readonly visitor?: VisitorPlace;
}

/** One request path of Lofty's `POST /v1.0/leads`. Inside `rows`, `path` is relative to the row. */
export interface Field {
  readonly path: string;
  readonly kind: Kind;
  /** A list of answers of this kind. */
  readonly many?: true;
  /** Most UTF-16 units in one answer. */
  readonly limit?: number;
  /** Most rows. */
  readonly max?: number;
  readonly options?: readonly (string | number)[];
  /** Options that visitors are not offered. */
  readonly staffOptions?: readonly (string | number)[];
  /** The highest that is offered as "at least". */
  readonly upTo?: number;
  readonly required?: true;
  /** A date that must lie in the past. */
  readonly past?: true;
  readonly fields?: readonly Field[];
  readonly ask?: Ask;
  /** Asked only while this holds. */
  readonly when?: Condition;
  /**
   * Where the value comes from when nobody is asked: `set` by station or app, `forwarded` as an integration gave it
   * (deprecated or undocumented), `server-managed` by Lofty and refused in a request.
   */
  readonly rule?: "set" | "forwarded" | "server-managed";
}

export const ruleOf = (field: Field): "asked" | "set" | "forwarded" | "server-managed" =>
  field.ask ? "asked" : (field.rule ?? "set");
