import type { Field } from "./field.ts";
import { byPath, topics } from "./questions.ts";
import { forwarded } from "./topics/forwarded.ts";

/** Every field of a lead, including those that only integrations send. */
export const fields: readonly Field[] = [...Object.values(topics).flat(), ...forwarded];

/** Returns the field at a path such as `phones.0` or `leadTransaction.gci`. */
export const fieldAt = byPath(fields);
