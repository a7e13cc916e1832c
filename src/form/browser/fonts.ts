/**
 * A visit shows our fonts from the first paint on, or not at all: text must not move. On a slow line they would hold up
 * the app's script by a third of a second, so that a first visit there uses the device's own.
 */
const soonMs = 300;

/** Shows our fonts if they are stored on this device, or if the page came quickly. */
export function showFonts(areStored: boolean): void {
  if (areStored || performance.now() < soonMs) document.documentElement.dataset["fonts"] = "";
}

/** Loads our fonts into the browser's cache, for the next visit. */
export const loadFonts = (): Promise<unknown> =>
  Promise.all(
    ["Ysabeau Office", "Atkinson Hyperlegible Next"].map((name) => document.fonts.load(`1em "${name} Variable"`)),
  );
