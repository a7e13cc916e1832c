import { expect, type Page } from "@playwright/test";

/**
 * Simulates a slow device and network: the page is loaded, and its scripts wait until the returned function is called.
 */
export async function openHeld(page: Page, path: string): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return held.resolve;
}

/** Expects that the app has replaced the first screen of the HTML. */
export const takenOver = (page: Page) => expect(page.locator("#first")).toHaveCount(0);
/** Expects that the app has not replaced it yet. */
export const stillFirst = (page: Page) => expect(page.locator("#first")).toHaveCount(1);

/** Calls `release` and waits until the page has had the time to act on the answer of that path. */
export async function answered(page: Page, path: string, release: () => void): Promise<void> {
  const ended = page.waitForEvent("requestfinished", (request) => new URL(request.url()).pathname === path);
  release();
  await ended;
  await page.waitForTimeout(1_000);
}
