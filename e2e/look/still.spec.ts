import { setTimeout } from "node:timers/promises";
import { atOpenHouse, expect, test } from "../foyer.ts";
import { whole } from "./everyScreen.ts";
import { lookAt } from "./looks.ts";

/** The page must not shift while it loads: fonts, late parts and station texts have reserved space. Maximum of CLS. */
const mostShift = 0.02;

const arrivals = [
  ["/", "phone"],
  ["/", "desk"],
  ["/s/open-house", "phone"],
  ["/s/open-house", "tablet"],
  ["/s/front-desk", "desk"],
  ["/s/front-desk", "wide"],
  ["/kiosk/kiosk", "wide"],
  ["/embed/website", "phone"],
  ["/embed/website", "desk"],
] as const;

/** Factors for delaying scripts, so that they arrive in different orders. CI uses fewer. */
const holds = process.env["FOYER_RELEASE"] ? [0, 7, 31] : [31];

for (const [path, size] of arrivals)
  for (const hold of holds)
    test(`no layout shift while loading: ${path}, ${size}, delay factor ${hold}`, async ({ page }) => {
      await lookAt(page, "light", size);
      await atOpenHouse(page);
      await page.route(/\/assets\/.*\.js$/, async (route) => {
        await setTimeout(heldUp(route.request().url(), hold));
        await route.continue();
      });
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await whole(page);
      const shifts = await page.evaluate(shiftsSoFar);
      expect(
        shifts.reduce((sum, { value }) => sum + value, 0),
        JSON.stringify(shifts),
      ).toBeLessThan(mostShift);
    });

/** A delay below 503 ms, always the same for a script and a factor. */
const heldUp = (url: string, factor: number) =>
  factor === 0
    ? 0
    : [...url.replace(/^.*\/assets\//, "")].reduce((sum, letter) => (sum * factor + letter.charCodeAt(0)) % 503, 0);

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Returns all layout shifts of the page, as they add up to CLS, and the moved elements. */
function shiftsSoFar(): Promise<readonly Shift[]> {
  interface Entry extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { readonly node?: Element }[];
  }
  return new Promise((resolve) => {
    const found: Shift[] = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Entry[])
        found.push({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? "") });
    }).observe({ type: "layout-shift", buffered: true });
    window.setTimeout(() => resolve(found), 300);
  });
}
