import { use } from "react";
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
      // React's own mark of a promise that is kept: whoever uses it now draws at once.
      void Object.assign(loading as Promise<void>, { status: "fulfilled", value: undefined });
      for (const listener of listeners) listener();
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));

/** Draws nothing before all texts are here, where they are wanted. */
export function useAllWords(areWanted: boolean): void {
  if (areWanted) use(restOfWords());
}

export function onMessages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
