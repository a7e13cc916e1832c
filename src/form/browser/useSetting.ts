import { useStored } from "./useStored.ts";
import { keep } from "./device.ts";
import { changed, listen, settingOf, type Choice, type Setting } from "./settings.ts";

/** The current value of a setting. Renders again at a change, in any tab. */
export function useSetting<Name extends Setting>(name: Name): Choice<Name> {
  return useStored(listen, () => settingOf(name));
}

export function changeSetting<Name extends Setting>(name: Name, choice: Choice<Name>): void {
  keep(`setting:${name}`, choice);
  window.dispatchEvent(new Event(changed));
}
