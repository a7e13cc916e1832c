import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { holdOpenLead } from "../../browser/openLead.ts";

/** Prevents a new build of the app from loading, from the first answer in the form until the form is closed. */
export function useOpenLead(form: UseFormReturn<FieldValues>, isEmpty: (answers: object) => boolean): void {
  useEffect(() => {
    let isOpen = false;
    const look = () => {
      if (isOpen || isEmpty(form.getValues())) return;
      isOpen = true;
      holdOpenLead("form", true);
    };
    look();
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: look });
    return () => {
      unsubscribe();
      holdOpenLead("form", false);
    };
  }, [form, isEmpty]);
}
