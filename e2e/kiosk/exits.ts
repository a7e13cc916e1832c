import type { Page } from "@playwright/test";
import { expect } from "../foyer.ts";
import { pin, unlock } from "../handedOver.ts";
import { filesWith, startBrowser, type OwnBrowser } from "../profile.ts";
import { walkToTheEnd } from "../visitor.ts";
import { idle, type State } from "./visits.ts";

/** A tablet at which one visitor comes after the other, and the ways to leave it. */

export interface Tablet extends OwnBrowser {
  readonly url: string;
  readonly profile: string;
  /** The beginning of all names that visitors type here. */
  readonly canary: string;
}

export const prepare = async (page: Page, [width, height]: readonly [number, number] = [1180, 820]) => {
  await page.setViewportSize({ width, height });
  // Playwright's clock keeps an error for each timer. Its stack would keep the visitor's answers in memory.
  await page.addInitScript(() => void (Error.stackTraceLimit = 0));
  await page.clock.install();
};

/** Ends the visit by the page's own buttons. */
const byButton = async ({ page }: Tablet, { isSignedIn, isDone, name }: State) => {
  const done = page.getByRole("button", { name: "Done, next visitor" });
  const stay = page.getByRole("button", { name: "I’m still here" });
  if (name === "another language") await page.getByLabel("Idioma").selectOption("en");
  if (isSignedIn && !isDone) await walkToTheEnd(page);
  if (isSignedIn) return done.click();
  if (await stay.isVisible()) await stay.click();
  const clear = page.getByRole("button", { name: "Clear answers" });
  if (!(await clear.isVisible())) await page.getByRole("button", { name: "Start over" }).click();
  await clear.click();
};

/**
 * Waits until the page has not loaded again for a second. A kiosk that comes out of the browser's cache loads itself again
 * (KioskGuard.tsx), and a search of a page that is just being replaced never ends.
 */
async function settled(page: Page): Promise<void> {
  let [before, times] = [0, 0];
  const stood = async () => {
    const mark = await page.evaluate(() => ((globalThis as { mark?: number }).mark ??= Math.random())).catch(() => 0);
    times = mark !== 0 && mark === before ? times + 1 : 0;
    before = mark;
    return times;
  };
  await expect.poll(stood, { intervals: [250] }).toBeGreaterThanOrEqual(4);
}

/** The page's HTML. Asks again when the page is replaced by another just then. */
async function htmlOf(page: Page): Promise<string> {
  let html: string | undefined;
  const read = async () =>
    (html = await page.evaluate(() => document.documentElement.outerHTML).catch(() => undefined));
  await expect.poll(read).toBeDefined();
  return html ?? "";
}

/** Ways to leave. Each returns the tablet as the next visitor finds it. */
export const exits: Record<string, (tablet: Tablet, state: State) => Promise<Tablet>> = {
  button: async (tablet, state) => (await byButton(tablet, state), tablet),
  "walking away": async (tablet) => {
    await idle(tablet.page, 61);
    await idle(tablet.page, 31);
    return tablet;
  },
  Back: async (tablet) => {
    const { page, url, canary } = tablet;
    await page.goto(`${url}/embed/website`);
    for (let times = 0; times < 5; times++) await page.goBack({ timeout: 5_000 }).catch(() => undefined);
    await page.goForward({ timeout: 5_000 }).catch(() => undefined);
    await settled(page);
    expect(await htmlOf(page)).not.toMatch(canary);
    return tablet;
  },
  "a new tab": async (tablet) => {
    const page = await tablet.context.newPage();
    await tablet.page.close();
    await prepare(page);
    return { ...tablet, page };
  },
  "a kill and the restored pages": async (tablet) => {
    const { canary } = tablet;
    await tablet.kill();
    expect(await filesWith(canary, tablet.profile)).toEqual([]);
    const again = await startBrowser(tablet.profile, "--restore-last-session");
    for (const page of again.context.pages()) expect(await htmlOf(page)).not.toMatch(canary);
    await prepare(again.page);
    return { ...tablet, ...again };
  },
  "staff take the tablet": async (tablet) => {
    const { page } = tablet;
    await page.reload();
    await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
    await unlock(page, pin);
    await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
    return tablet;
  },
};
