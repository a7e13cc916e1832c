import { useSetting } from "../settings/useSetting.ts";
import { capsOf, type Action } from "./shortcuts.ts";

/** The key caps of an action, while shortcuts are on. */
export function Caps({ action }: { readonly action: Action }) {
  return useSetting("shortcuts") === "on" ? <kbd aria-hidden="true">{capsOf(action)}</kbd> : null;
}
