import { useCallback, useMemo } from "react";
import { useFormContext, type FieldErrors, type UseFormReturn } from "react-hook-form";
import { useStored } from "../../browser/useStored.ts";

/**
 * A text that changes without a render. `listen` calls `run` when the text may have changed, and returns an unsubscribe
 * function.
 */
export interface Live {
  readonly now: () => string;
  readonly listen: (run: () => void) => () => void;
}

type Form = Pick<UseFormReturn, "control" | "subscribe">;
type Part = "values" | "errors";

/** The answer at a path of the draft. */
export function useAnswerAt(path: string): unknown {
  const { getValues } = useFormContext();
  const now = (): unknown => getValues(path);
  return useStored(useListen("values", path), now);
}

/** The text at a path of the draft. */
export function useLive(path: string): Live {
  const { getValues } = useFormContext();
  const listen = useListen("values", path);
  return useMemo(() => ({ now: () => textOf(getValues(path)), listen }), [getValues, listen, path]);
}

/** A text that changes only with a render. */
export const useFixed = (text: string): Live =>
  useMemo(() => ({ now: () => text, listen: () => () => undefined }), [text]);

/** The text of an answer: live if its box keeps its own text. */
export function useTextOf({ live, value = "" }: { readonly live?: Live; readonly value: string | undefined }): Live {
  const fixed = useFixed(value);
  return live ?? fixed;
}

type Plain = string | number | boolean | undefined;

/** The result of `read` for the text at a path. Renders only when the result changes. */
export const useRead = <T extends Plain>(path: string, read: (text: string) => T): T =>
  useReadLive(useLive(path), read);

export function useReadLive<T extends Plain>({ now, listen }: Live, read: (text: string) => T): T {
  const readNow = () => read(now());
  return useStored(listen, readNow);
}

/** The result of `read` for the error at a path. Renders only when the result changes. */
export function useReadError<T extends Plain>(path: string, read: (error: FieldErrors[string]) => T): T {
  const { getErrors } = useFormContext();
  const readNow = () => read(getErrors(path));
  return useStored(useListen("errors", path), readNow);
}

export const textOf = (answer: unknown): string => (typeof answer === "string" ? answer : "");

function useListen(part: Part, path: string): Live["listen"] {
  const { control, subscribe } = useFormContext();
  return useCallback((run) => listenAt({ control, subscribe }, part, path, run), [control, subscribe, part, path]);
}

type Paths = Map<string, Set<() => void>>;
const listeners: Record<Part, WeakMap<object, Paths>> = { values: new WeakMap(), errors: new WeakMap() };

/**
 * Calls `run` when the value at the path, above it or below it changes. All listeners share one subscription per form:
 * otherwise the form would call hundreds of subscriptions at every key.
 */
function listenAt(form: Form, part: Part, path: string, run: () => void): () => void {
  const paths = listeners[part].get(form.control) ?? subscribeTo(form, part);
  const runs = paths.get(path) ?? new Set();
  paths.set(path, runs.add(run));
  return () => {
    runs.delete(run);
    if (runs.size === 0 && paths.get(path) === runs) paths.delete(path);
  };
}

/** Never unsubscribes: the subscription lasts as long as the form. */
function subscribeTo({ control, subscribe }: Form, part: Part): Paths {
  const paths: Paths = new Map();
  listeners[part].set(control, paths);
  subscribe({
    formState: { [part]: true },
    callback({ name }) {
      for (const [path, runs] of paths) if (concerns(name, path)) for (const run of runs) run();
    },
  });
  return paths;
}

const concerns = (name: string | undefined, path: string) =>
  name === undefined || name === path || path.startsWith(`${name}.`) || name.startsWith(`${path}.`);
