import type { Field } from "./field.ts";
import { attributes } from "./topics/attributes.ts";
import { contact } from "./topics/contact.ts";
import { family } from "./topics/family.ts";
import { handling } from "./topics/handling.ts";
import { inquiry } from "./topics/inquiry.ts";
import { property } from "./topics/property.ts";

/** The topics of the form, in the order in which people see them. One line for each field, in the file of its topic. */
export const topics = { contact, inquiry, property, family, attributes, handling } as const;
export type Topic = keyof typeof topics;

const questions: readonly Field[] = Object.values(topics).flat();

/** The catalog key of a path: dots become underscores, nested rows are appended (`leadFamilyMemberList_firstName`). */
type Key<Path extends string> = Path extends `${infer Head}.${infer Tail}` ? `${Head}_${Key<Tail>}` : Path;
type KeysOf<F> = F extends { path: infer P extends string }
  ? F extends { ask: object }
    ? Key<P> | (F extends { fields: readonly (infer Inner)[] } ? `${Key<P>}_${KeysOf<Inner>}` : never)
    : never
  : never;

/** The catalog keys of all fields that the form asks. The compiler requires texts for each. */
export type FieldKey = KeysOf<(typeof topics)[Topic][number]>;

/**
 * Returns a look-up of fields by path. Any index finds the same field: `phones.0`, `leadFamilyMemberList.0.firstName`.
 */
export function byPath(fields: readonly Field[]): (path: string) => Field | undefined {
  const found = new Map<string, Field>();
  const enter = (among: readonly Field[], before: string) => {
    for (const field of among) {
      const path = before + field.path;
      found.set(path, field).set(`${path}.0`, field);
      enter(field.fields ?? [], `${path}.0.`);
    }
  };
  enter(fields, "");
  return (path) => found.get(path.replaceAll(/\.\d+(?=\.|$)/g, ".0"));
}

/** Returns the question at a path such as `phones.0`, `inquiry.priceMin` or `leadFamilyMemberList.2.firstName`. */
export const questionAt = byPath(questions);

/** Returns the catalog key of a path: without indexes, dots as underscores. */
export const keyOf = (path: string) =>
  path
    .split(".")
    .filter((part) => !/^\d+$/.test(part))
    .join("_") as FieldKey;
