import type { Field } from "./field.ts";
import { byPath, topics } from "./questions.ts";
import { forwarded } from "./topics/forwarded.ts";

/** Every field of a lead, those that only integrations give among them. */
export const fields: readonly Field[] = [...Object.values(topics).flat(), ...forwarded];

/** The field behind a path such as `phones.0` or `leadTransaction.gci`. */
export const fieldAt = byPath(fields);
