import type { Condition } from "./conditions.ts";

/**
 * The kind of an answer. It selects the validation rule (kinds.ts) and the control (src/form/question/controls).
 *
 * - lines: several lines of text
 * - token: a short word of a set, such as a tag
 * - choice: one of `options`; pick: from a closed list; suggested: an option or any text
 * - yesNo: Lofty's "Yes"/"No"
 * - flag: true/false; permission: a flag where true forbids
 * - integer, money, decimal: numbers, in a draft also as canonical text (`650000`, `2.5`)
 * - decimalText: a number that Lofty wants as a string
 * - number: any number, forwarded
 * - atLeast, atLeastText: a number and the same as a string, offered as `1+` up to `upTo`
 * - state, stateCode: a text, with the US states by name or by two letters
 * - int64: exact digits in a string
 * - date: Lofty's `MMM d, yyyy`
 * - rows: a list of `fields`; attributes: rows for the office's custom attributes
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

/** Kinds that Lofty wants as bare 64-bit numbers. In this code they are strings of digits. */
export const int64Kinds: ReadonlySet<Kind | undefined> = new Set<Kind>(["int64", "agent", "owner", "routing"]);

/** Where staff see a question: on the agent's first screen, on its step, under More details, under Advanced. */
export type StaffPlace = "first" | "shown" | "more" | "advanced";
/** asked: visitors always see the question. offered: only if the station switches it on. */
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
  /** The value is a list of answers of this kind. */
  readonly many?: true;
  /** Maximum UTF-16 units in one answer. */
  readonly limit?: number;
  /** Maximum number of rows. */
  readonly max?: number;
  /** Maximum number of answers in a visitor's list. Staff's list has no maximum. */
  readonly visitorMax?: number;
  readonly options?: readonly (string | number)[];
  /** Options that visitors do not see. */
  readonly staffOptions?: readonly (string | number)[];
  /** The highest value offered as "at least". */
  readonly upTo?: number;
  readonly required?: true;
  /** The date must be in the past. */
  readonly past?: true;
  readonly fields?: readonly Field[];
  readonly ask?: Ask;
  /** The question is asked only while this condition holds. */
  readonly when?: Condition;
  /**
   * Where the value comes from if nobody is asked: `set` by station or app; `forwarded` unchanged from an integration
   * (deprecated or undocumented); `server-managed` by Lofty, and refused in a request.
   */
  readonly rule?: "set" | "forwarded" | "server-managed";
}

/** The most answers in the list of a field: a visitor's, or staff's. */
export const mostAnswers = ({ visitorMax, max }: Field, isVisitors: boolean): number | undefined =>
  isVisitors ? (visitorMax ?? max) : max;

export const ruleOf = (field: Field): "asked" | "set" | "forwarded" | "server-managed" =>
  field.ask ? "asked" : (field.rule ?? "set");
