/** One row of the switch table: behaviour, validation and documentation all read it. */
export interface Switch<Value extends string | number | boolean> {
  readonly default: Value;
  /** The values that may be set: these, or a number in a range. */
  readonly allowed: readonly Value[] | Range;
  /** What the default rests on. Nobody has asked the service itself: "observed" is somebody else's client. */
  readonly basis: Basis;
  /** The section of API.md. */
  readonly section: string;
  readonly says: string;
}
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}
/** `stand-in`: the service has nothing like it, or its figure would only be in the way of trying the form. */
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
