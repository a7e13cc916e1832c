import type { Field } from "../field.ts";
import { limits } from "../limits.ts";

/** Whether a lead that is corrected already has its station's values. */
export interface Stamped {
  readonly isStamped?: boolean;
}

/** The field with the limit that it has in this lead: a note may be longer once its station's lines are in it. */
export const fieldIn = <F extends Pick<Field, "path">>({ isStamped }: Stamped, field: F): F =>
  isStamped && field.path === "content" ? { ...field, limit: limits.noteStamped } : field;
