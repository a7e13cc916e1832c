import { useSetting } from "../../browser/useSetting.ts";
import { capsOf, type Action } from "./shortcuts.ts";

/** The key names of an action, if shortcuts are on. */
export function Caps({ action }: { readonly action: Action }) {
  return useSetting("shortcuts") === "on" ? <kbd aria-hidden="true">{capsOf(action)}</kbd> : null;
}
