import first from "./en.json?first";
import type { Words } from "./words.ts";

let known = first as Words;
const listeners = new Set<() => void>();
let loading: Promise<void> | undefined;

/** The texts as far as they are here: those of the first screen at once (catalogues.ts names them), all once asked for. */
export const messages = () => known;

/** Loads the texts that the first screen does without. */
export const restOfWords = () =>
  (loading ??= import("./en.json?rest").then(
    ({ default: rest }) => {
      const spaces = Object.entries(rest).map(([space, words]) => [
        space,
        { ...known[space as keyof Words], ...words },
      ]);
      known = Object.fromEntries(spaces) as Words;
      for (const listener of listeners) listener();
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));

export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
