import { setTimeout } from "node:timers/promises";
import { atOpenHouse, expect, test } from "../foyer.ts";
import { whole } from "./everyScreen.ts";
import { lookAt } from "./looks.ts";

/** Nothing moves under a finger while a page arrives: fonts, late parts and the station's own texts have their places. */
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

/** The parts of a page come in any order: each is held up by what its name makes of these. */
const holds = [0, 7, 31];

for (const [path, size] of arrivals)
  for (const hold of holds)
    test(`still while it arrives: ${path}, ${size}, parts held up by ${hold}`, async ({ page }) => {
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

/** Up to half a second, ms: always the same for a part and a factor. */
const heldUp = (url: string, factor: number) =>
  factor === 0
    ? 0
    : [...url.replace(/^.*\/assets\//, "")].reduce((sum, letter) => (sum * factor + letter.charCodeAt(0)) % 503, 0);

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Every layout shift of the page, as browsers add them up to CLS, with what moved. */
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
