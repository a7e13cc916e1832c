import { isObject } from "#lead/json.ts";

/** `whole` with another value at a path. Parts that are empty then are left out. */
export function withValue<T extends object>(whole: T, [key = "", ...rest]: readonly string[], value: unknown): T {
  const old = (whole as Readonly<Record<string, unknown>>)[key];
  const part = rest.length === 0 ? value : withValue(isObject(old) ? old : {}, rest, value);
  const isEmpty = part === undefined || (rest.length > 0 && Object.keys(part as object).length === 0);
  if (!isEmpty) return { ...whole, [key]: part };
  return Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key)) as T;
}
