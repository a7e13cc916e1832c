import { useSyncExternalStore } from "react";
import { keep, recall } from "../device.ts";

/** What this device's people choose for it; the first answer is the one nobody has to choose. */
export const settings = {
  theme: ["system", "light", "dark"],
  contrast: ["system", "more"],
  textSize: ["100", "125", "150"],
  motion: ["system", "reduce"],
  shortcuts: ["on", "off"],
} as const;

export type Setting = keyof typeof settings;
export type Choice<Name extends Setting> = (typeof settings)[Name][number];

const changed = "foyer:settings";

function settingOf<Name extends Setting>(name: Name): Choice<Name> {
  const kept = recall<Choice<Name>>(`setting:${name}`);
  const choices: readonly Choice<Name>[] = settings[name];
  return kept !== undefined && choices.includes(kept) ? kept : (choices[0] as Choice<Name>);
}

/** A setting as it is now; a change is seen at once, in other tabs too. */
export function useSetting<Name extends Setting>(name: Name): Choice<Name> {
  return useSyncExternalStore(listen, () => settingOf(name));
}

export function changeSetting<Name extends Setting>(name: Name, choice: Choice<Name>): void {
  keep(`setting:${name}`, choice);
  window.dispatchEvent(new Event(changed));
}

function listen(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** Dresses the page as the settings say, now and whenever they change (styles/ reads these marks). */
export function wearSettings(): void {
  const dress = () => {
    const { dataset, style } = document.documentElement;
    dataset["theme"] = settingOf("theme");
    dataset["contrast"] = settingOf("contrast");
    dataset["motion"] = settingOf("motion");
    style.setProperty("--text-size", String(Number(settingOf("textSize")) / 100));
  };
  dress();
  listen(dress);
}
