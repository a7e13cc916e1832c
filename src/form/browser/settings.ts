import { staffLanguages } from "#lead/languages.ts";
import { renewPages } from "./cachedPages.ts";
import { recall } from "./device.ts";

/** What people can choose on this device. The first choice is the default. */
export const settings = {
  theme: ["system", "light", "dark"],
  contrast: ["system", "more"],
  textSize: ["100", "125", "150"],
  motion: ["system", "reduce"],
  shortcuts: ["on", "off"],
  language: ["system", ...staffLanguages],
} as const;

export type Setting = keyof typeof settings;
export type Choice<Name extends Setting> = (typeof settings)[Name][number];

export const changed = "foyer:settings";

export function settingOf<Name extends Setting>(name: Name): Choice<Name> {
  const kept = recall<Choice<Name>>(`setting:${name}`);
  const choices: readonly Choice<Name>[] = settings[name];
  return kept !== undefined && choices.includes(kept) ? kept : (choices[0] as Choice<Name>);
}

/** Calls `onChange` when a setting changes, in any tab. Returns an unsubscribe function. */
export function listen(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** Writes the settings to the root element, now and at each change. The stylesheets (styles/) read these attributes. */
export function applySettings(): void {
  const apply = () => {
    const { dataset, style } = document.documentElement;
    dataset["theme"] = settingOf("theme");
    dataset["contrast"] = settingOf("contrast");
    dataset["motion"] = settingOf("motion");
    rememberLanguage(settingOf("language"));
    style.setProperty("--text-size", String(Number(settingOf("textSize")) / 100));
  };
  apply();
  listen(apply);
}

const yearSeconds = 365 * 24 * 60 * 60;

/** Tells the proxy in which language to render staff's first screens (proxy/routes/pageRoutes.ts). */
function rememberLanguage(language: Choice<"language">): void {
  const name = "foyer-language=";
  const before = document.cookie.split("; ").find((cookie) => cookie.startsWith(name));
  const seconds = language === "system" ? 0 : yearSeconds;
  document.cookie = `${name}${language}; path=/; max-age=${seconds}; samesite=lax`;
  const isSame = before === (language === "system" ? undefined : name + language);
  // The kept pages are in the language before.
  if (!isSame) void renewPages();
}
