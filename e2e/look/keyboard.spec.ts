import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";
import { whole } from "./everyScreen.ts";
import { lookAt, type Size } from "./looks.ts";
import { focused, outlined, type Focused } from "./measures.ts";

/** Keyboard only: every focused element is visible, none is under a bar, and the order is the reading order. */
const forms: readonly (readonly [name: string, path: string, size: Size])[] = [
  ["agent", "/s/open-house", "phone"],
  ["agent, landscape", "/s/open-house/inquiry", "landscape"],
  ["agent, 320 px", "/s/open-house/property", "narrow"],
  ["desk", "/s/front-desk", "desk"],
  ["desk, 200 % zoom", "/s/front-desk/inquiry", "half"],
  ["embed", "/embed/website", "phone"],
];

for (const [name, path, size] of forms)
  test(`keyboard: ${name}`, async ({ page }) => {
    await lookAt(page, "light", size);
    await atOpenHouse(page);
    await page.goto(path);
    await whole(page);
    const stops = await tabThrough(page, focused);
    expect(stops.length).toBeGreaterThan(8);
    expect(stops.filter(({ seen }) => !seen).map(({ what }) => what)).toEqual([]);
    expect(stops.filter(({ covered }) => covered).map(({ what }) => what)).toEqual([]);
    expect(stops.flatMap((stop, index) => jumpsBack(stops[index - 1], stop))).toEqual([]);
  });

test("keyboard, forced colours: every focused element has an outline that it has not without the focus", async ({
  page,
}) => {
  await lookAt(page, "forced colours", "desk");
  await atOpenHouse(page);
  await page.goto("/s/front-desk/inquiry");
  await whole(page);
  await page.locator(".pick").first().click();
  const stops = await tabThrough(page, outlined);
  expect(stops.length).toBeGreaterThan(8);
  expect(stops.filter(({ seen }) => !seen).map(({ what }) => what)).toEqual([]);
});

/** Presses Tab until the focus leaves the page. Returns the elements that had the focus. */
async function tabThrough<Stop extends Pick<Focused, "index">>(
  page: Page,
  measure: () => Stop | undefined,
): Promise<readonly Stop[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: Stop[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(measure);
    if (!stop || stops.some(({ index }) => index === stop.index)) return stops;
    stops.push(stop);
  }
}

/** Within a landmark, the focus must move down or along a line. Returns the violations. */
function jumpsBack(before: Focused | undefined, { part, top, left, what }: Focused): readonly string[] {
  const sameLine = 40;
  if (!before || before.part !== part || top > before.top - sameLine) return [];
  return left > before.left ? [] : [`${what} stands above ${before.what}`];
}
