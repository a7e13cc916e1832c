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

for (const [path, size] of arrivals)
  test(`still while it arrives: ${path}, ${size}`, async ({ page }) => {
    await lookAt(page, "light", size);
    await atOpenHouse(page);
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await whole(page);
    const shifts = await page.evaluate(shiftsSoFar);
    expect(
      shifts.reduce((sum, { value }) => sum + value, 0),
      JSON.stringify(shifts),
    ).toBeLessThan(mostShift);
  });

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
    setTimeout(() => resolve(found), 300);
  });
}
