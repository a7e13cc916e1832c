import { isObject } from "./json.ts";

/** Returns the value at a path such as `phones.0` in a lead or a draft; undefined if there is none. */
export const valueAt = (lead: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, part) =>
        (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, part) ? (value as never)[part] : undefined,
      lead,
    );
