import { settingOf, settings } from "./settings.ts";

const sizes = settings.textSize.map(Number);
let enlarged: number | undefined;

/** Sets the text to the next larger size, and after the largest to the device's own. It is not stored. */
export function enlargeText(): void {
  const now = enlarged ?? Number(settingOf("textSize"));
  apply(sizes[sizes.indexOf(now) + 1] ?? sizes[0]);
}

/** Returns to the size of the device's settings. */
export const resetTextSize = (): void => apply(undefined);

function apply(size: number | undefined): void {
  enlarged = size;
  const percent = size ?? Number(settingOf("textSize"));
  document.documentElement.style.setProperty("--text-size", String(percent / 100));
}
