import type { FieldValues, UseFormReturn } from "react-hook-form";
import { valueAt } from "#lead/valueAt.ts";
import type { FormStation } from "../../station/useStation.ts";
import { issuesOf } from "../../question/messages/issuesOf.ts";
import { refused } from "./markIssues.ts";
import { movedPath, pathInForm } from "./movedPath.ts";
import { schemaResolver } from "./schemaResolver.ts";

type Form = UseFormReturn<FieldValues>;
const judgeEveryMs = 100;

interface Kept {
  readonly path: string;
  readonly type: string;
  readonly message: string;
}

/**
 * Validates every existing error again when any answer changes: the missing answer may be given in another field, and a
 * row may have moved. It adds no new errors: a text is validated when its box loses the focus. Returns an unsubscribe
 * function.
 */
export function watchErrors(form: Form, station: FormStation): () => void {
  const judge = schemaResolver(station);
  // Each change comes with a copy of the answers. This is the copy before the change.
  let before: FieldValues = structuredClone(form.getValues());
  let judgedAt = -judgeEveryMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Validates at once, or 100 ms after the last time. Validating at every key of a fast typist costs too much time. */
  const judgeSoon = () => {
    const waitMs = judgedAt + judgeEveryMs - performance.now();
    if (waitMs <= 0) void judgeAgain();
    else timer ??= setTimeout(() => void judgeAgain(), waitMs);
  };
  const judgeAgain = async () => {
    clearTimeout(timer);
    timer = undefined;
    judgedAt = performance.now();
    const values = before;
    const { errors } = await judge(values, undefined, { fields: {}, shouldUseNativeValidation: false });
    const codes = new Map(issuesOf(errors).map(({ path, code }) => [pathInForm(path, values), code]));
    replace(form, (error) => {
      const message = codes.get(error.path);
      if (error.type === refused) return error;
      return message && { ...error, message };
    });
  };
  const stop = form.subscribe({
    formState: { values: true },
    callback: ({ values, name }) => {
      const was = before;
      before = values;
      if (Object.keys(form.getErrors()).length === 0) return;
      replace(form, (error) => {
        // Rows of other fields have not moved. Skip them: comparing rows is the slowest part of a key.
        if (name !== undefined && topOf(name) !== topOf(error.path)) return error;
        const path = movedPath(error.path, was, values);
        // Only the proxy can validate this error. It stays until its own answer changes.
        return path === undefined || (error.type === refused && path === name) ? undefined : { ...error, path };
      });
      judgeSoon();
    },
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Replaces each error with the result of `next`. Removes it if the result is undefined. */
function replace(form: Form, next: (error: Kept) => Kept | undefined): void {
  const known = issuesOf(form.getErrors()).map(({ path }) => errorAt(form, path));
  const now = known.flatMap((error) => next(error) ?? []);
  for (const { path, message } of known)
    if (!now.some((error) => error.path === path && error.message === message)) form.clearErrors(path);
  // Clearing an error also clears the errors of its rows. Set those again.
  for (const { path, type, message } of now)
    if (errorAt(form, path).message !== message) form.setError(path, { type, message });
}

function errorAt(form: Form, path: string): Kept {
  const error = valueAt(form.getErrors(), path) as (Partial<Kept> & { readonly root?: Partial<Kept> }) | undefined;
  const { type = "", message = "" } = error?.message === undefined ? (error?.root ?? {}) : error;
  return { path, type, message };
}

const topOf = (path: string) => path.split(".", 1)[0];
