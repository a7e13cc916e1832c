/** One row of the switch table. Behavior, validation and documentation use it. */
export interface Switch<Value extends string | number | boolean> {
  readonly default: Value;
  /** The allowed values: a list, or a range of numbers. */
  readonly allowed: readonly Value[] | Range;
  /** The source of the default. This project has never called the service: "observed" means by other clients. */
  readonly basis: Basis;
  /** The section of LOFTY.md. */
  readonly section: string;
  readonly says: string;
}
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}
/** `stand-in`: Lofty has nothing similar, or its value would only hinder trying the form. */
export type Basis = "documented" | "observed" | "assumed" | "stand-in";

/** The first value is the default. */
export const oneOf = <const Value extends string | boolean>(
  allowed: readonly [Value, ...Value[]],
  basis: Basis,
  section: string,
  says: string,
): Switch<Value> => ({ default: allowed[0], allowed, basis, section, says });

export const count = (
  initial: number,
  { from = 0, to = 3_600_000, whole = true }: Partial<Range>,
  basis: Basis,
  section: string,
  says: string,
): Switch<number> => ({ default: initial, allowed: { from, to, whole }, basis, section, says });
