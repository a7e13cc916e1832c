import { recall } from "../device.ts";

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

export const changed = "foyer:settings";

export function settingOf<Name extends Setting>(name: Name): Choice<Name> {
  const kept = recall<Choice<Name>>(`setting:${name}`);
  const choices: readonly Choice<Name>[] = settings[name];
  return kept !== undefined && choices.includes(kept) ? kept : (choices[0] as Choice<Name>);
}

/** Calls `onChange` when a setting was changed, in another tab too. Returns an unsubscribe function. */
export function listen(onChange: () => void): () => void {
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
