import { useSyncExternalStore } from "react";
import { keep } from "../device.ts";
import { changed, listen, settingOf, type Choice, type Setting } from "./settings.ts";

/** A setting as it is now; a change is seen at once, in other tabs too. */
export function useSetting<Name extends Setting>(name: Name): Choice<Name> {
  return useSyncExternalStore(listen, () => settingOf(name));
}

export function changeSetting<Name extends Setting>(name: Name, choice: Choice<Name>): void {
  keep(`setting:${name}`, choice);
  window.dispatchEvent(new Event(changed));
}
