import { useSetting } from "../../browser/useSetting.ts";
import { capsOf, type Action } from "./shortcuts.ts";

/** The key names of an action, if shortcuts are on. */
export function Caps({ action }: { readonly action: Action }) {
  if (useSetting("shortcuts") !== "on") return null;
  return (
    <kbd
      aria-hidden="true"
      className="in-[.btn-primary]:border-[color-mix(in_srgb,var(--on-brand)_38%,transparent)] in-[.btn-primary]:bg-transparent in-[.btn-primary]:text-inherit"
    >
      {capsOf(action)}
    </kbd>
  );
}
