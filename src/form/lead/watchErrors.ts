import type { FieldValues, UseFormReturn } from "react-hook-form";
import { valueAt } from "#lead/valueAt.ts";
import type { FormStation } from "../station/useStation.ts";
import { issuesOf } from "./issuesOf.ts";
import { refused } from "./markIssues.ts";
import { movedPath, pathInForm } from "./movedPath.ts";
import { schemaResolver } from "./schemaResolver.ts";

type Form = UseFormReturn<FieldValues>;

interface Kept {
  readonly path: string;
  readonly type: string;
  readonly message: string;
}

/**
 * Judges every error again when any answer changes: the one that was missing may be given elsewhere, and the row with
 * the error may have moved. It adds no errors: what is being typed is judged when it is left. Returns an unsubscribe
 * function.
 */
export function watchErrors(form: Form, station: FormStation): () => void {
  const judge = schemaResolver(station);
  let before: unknown = structuredClone(form.getValues());
  const judgeAgain = async (values: FieldValues) => {
    const { errors } = await judge(values, undefined, { fields: {}, shouldUseNativeValidation: false });
    const codes = new Map(issuesOf(errors).map(({ path, code }) => [pathInForm(path, values), code]));
    replace(form, (error) => {
      const message = codes.get(error.path);
      if (error.type === refused) return error;
      return message && { ...error, message };
    });
  };
  return form.subscribe({
    formState: { values: true },
    callback: ({ values, name }) => {
      const was = before;
      before = structuredClone(values);
      if (Object.keys(form.getErrors()).length === 0) return;
      replace(form, (error) => {
        const path = movedPath(error.path, was, values);
        // What only the proxy can judge stands until its own answer changes.
        return path === undefined || (error.type === refused && path === name) ? undefined : { ...error, path };
      });
      void judgeAgain(values);
    },
  });
}

/** Puts each error where `next` says, and takes out those for which it says nothing. */
function replace(form: Form, next: (error: Kept) => Kept | undefined): void {
  const known = issuesOf(form.getErrors()).map(({ path }) => errorAt(form, path));
  const now = known.flatMap((error) => next(error) ?? []);
  for (const { path, message } of known)
    if (!now.some((error) => error.path === path && error.message === message)) form.clearErrors(path);
  // An error that is taken out takes along those of its rows.
  for (const { path, type, message } of now)
    if (errorAt(form, path).message !== message) form.setError(path, { type, message });
}

function errorAt(form: Form, path: string): Kept {
  const error = valueAt(form.getErrors(), path) as (Partial<Kept> & { readonly root?: Partial<Kept> }) | undefined;
  const { type = "", message = "" } = error?.message === undefined ? (error?.root ?? {}) : error;
  return { path, type, message };
}
