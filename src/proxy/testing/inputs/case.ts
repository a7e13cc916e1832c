/** One input and its expected result as a literal. Nothing here uses our own schema. */
export interface Case {
  readonly name: string;
  /** The station's id; the default is front-desk. */
  readonly at?: string;
  readonly lead?: unknown;
  /** Replaces parts of the body. */
  readonly body?: object;
  /** Accepted with these stored values, or refused with this issue, or this status. */
  readonly expect: Kept | Wrong | number;
}
export type Kept = Readonly<Record<string, unknown>>;
export type Wrong = readonly [path: string, code: string];

export const ok: Kept = {};

const nest = ([head = "", ...rest]: readonly string[], value: unknown): unknown => {
  const inner = rest.length === 0 ? value : nest(rest, value);
  return head === "0" ? [inner] : { [head]: inner };
};
/** Returns a lead with one more value at a path such as `phones.0`. */
export const withAnswer = (path: string, value: unknown): object => ({
  firstName: "Sam",
  ...(nest(path.split("."), value) as object),
});

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 60 ? `${text.slice(0, 50)}… (${text.length})` : text;
};
export const one = (path: string, value: unknown, expect: Case["expect"], more: Partial<Case> = {}): Case => ({
  name: `${path}: ${shown(value)}`,
  lead: withAnswer(path, value),
  expect,
  ...more,
});
