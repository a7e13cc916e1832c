import { lazy, type ComponentType, type FunctionComponent } from "react";
import { firstKey } from "./firstKey.ts";
import { restOfWords } from "./words/messages.ts";

type Module<Name extends string, Props extends object> = { readonly [Key in Name]: ComponentType<Props> };
type Load<Name extends string, Props extends object> = () => Promise<Module<Name, Props>>;

/** A component of the first screen in a chunk of its own. It says only what catalogues.ts lists as said there. */
export const atOnce = <Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] })) as unknown as FunctionComponent<Props>;

/** A component that is loaded when it is first drawn, with all texts: `later(() => import("./Review.tsx"), "Review")`. */
export const later = <Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) =>
  atOnce(async () => (await Promise.all([load(), restOfWords()]))[0], name);

/** A part of the form that is loaded once the first question takes keys, so that nobody waits for it. */
export const afterFirstKey = <Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) =>
  atOnce(async () => {
    await firstKey;
    return patiently(async () => (await Promise.all([load(), restOfWords()]))[0]);
  }, name);

const waitsMs = [500, 1_000, 2_000, 4_000, 8_000];

/** The rest of the form is one script: a bad network must not leave a form without it for as long as the page lives. */
async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (const waitMs of waitsMs)
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  return load();
}

/**
 * A part that a lead needs on its way to the proxy. It is drawn later, but fetched as soon as the first question takes
 * keys: by the time it is wanted the network may be gone.
 */
export const ahead = <Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) => {
  void firstKey.then(load).catch(() => undefined);
  return later(load, name);
};
