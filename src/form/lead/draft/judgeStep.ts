import type { FieldValues, UseFormReturn } from "react-hook-form";
import { readBoxes } from "../../browser/readBoxes.ts";
import type { Step } from "./steps.ts";
import { settle } from "./settle.ts";

/**
 * Validates the answers of a step and returns whether they are valid. First reads boxes that the browser filled without
 * an event.
 */
export async function judgeStep(form: UseFormReturn<FieldValues>, step: Step): Promise<boolean> {
  readBoxes();
  await settle(form);
  return form.trigger([...step.shown, ...step.more, ...step.advanced].map(({ path }) => path));
}
