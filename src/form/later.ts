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
    return (await Promise.all([load(), restOfWords()]))[0];
  }, name);

/**
 * A part that a lead needs on its way to the proxy. It is drawn later, but fetched as soon as the first question takes
 * keys: by the time it is wanted the network may be gone.
 */
export const ahead = <Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) => {
  void firstKey.then(load).catch(() => undefined);
  return later(load, name);
};
