import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { forget, keep, recall } from "../../browser/device.ts";
import type { Draft } from "./draft.ts";
import { said, withoutEmptyRows } from "./keepDraft.ts";
import { keepWriting } from "./writeDraft.ts";

/** An unsent correction of a lead that the proxy holds. It ends with `endDraft`. */
export interface FixDraft {
  readonly draft: Draft;
  /** The answers that were refused. */
  readonly refused: object;
}

interface Kept {
  readonly answers: object;
  /** The answers that were corrected. Somebody else may have corrected them since: then this correction is too old. */
  readonly refused: string;
}

/** The start of the keys of all corrections on this device. forgetStaffs.ts removes them when staff leave. */
export const fixes = "fix:";

export const fixDraftOf = (id: string, station: string, refused: object): FixDraft => ({
  draft: { key: `${fixes}${id}`, station, onDevice: true },
  refused,
});

/** The answers of the correction; undefined if nothing was changed. */
export function recallFix({ draft, refused }: FixDraft): object | undefined {
  const kept = recall<Kept>(draft.key);
  return kept?.refused === said(refused) ? kept.answers : undefined;
}

/** Saves a correction within 250 ms of a change and when the page is hidden or left. */
export function useKeptFix(form: UseFormReturn<FieldValues>, fix: FixDraft | undefined): void {
  useEffect(() => {
    if (!fix) return;
    const { draft } = fix;
    const refused = said(fix.refused);
    const write = () => {
      const answers = form.getValues();
      if (said(answers) === refused) forget(draft.key);
      else keep(draft.key, { answers: withoutEmptyRows(answers) as object, refused } satisfies Kept);
    };
    return keepWriting(form, draft, write);
  }, [form, fix]);
}
