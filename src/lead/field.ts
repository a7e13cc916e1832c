import type { Condition } from "./conditions.ts";
import type { Kind } from "./kinds.ts";

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
