import type { BrowserContext, Page } from "@playwright/test";
import { atOpenHouse, cachedPaths, chooseOpenHouse, expect, test, type Foyer } from "../foyer.ts";

test.use({ serviceWorkers: "allow" });

/** The age of what the device had stored. */
const isFrom = /^Not connected: this is from \d+:\d\d [AP]M\.$/;

/** Opens the stations until the service worker has cached the app and the stations' pages. */
async function visitOnce(page: Page): Promise<void> {
  await atOpenHouse(page);
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^Open house/ })).toBeVisible();
  // The worker must be installed and control this page.
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect
    .poll(() => cachedPaths(page))
    .toEqual(expect.arrayContaining(["/index.html", "/s/open-house", "/s/front-desk", "/kiosk/kiosk"]));
}

/** An agent saves a lead on a page that was opened without a network. */
async function saveOffline(page: Page, context: BrowserContext, name: string): Promise<void> {
  await visitOnce(page);
  await context.setOffline(true);
  await page.goto("/s/open-house");
  await expect(page.getByText(isFrom)).toBeVisible();
  await page.getByLabel("First name").pressSequentially(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`Saved on this computer: ${name}. Sends when you’re online.`)).toBeVisible();
}

async function sentOnce(foyer: Foyer, name: string): Promise<void> {
  const sent = async () => (await foyer.leads()).filter(({ received }) => received["firstName"] === name);
  await expect.poll(async () => (await sent()).length, { timeout: 60_000 }).toBe(1);
}

test("after one visit every page opens offline by its address and accepts keys", async ({ page, context }) => {
  await visitOnce(page);
  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^Open house/ })).toBeVisible();
  await expect(page.getByText(isFrom)).toBeVisible();
  for (const [path, heading] of [
    ["/settings", "Settings"],
    ["/outbox", "Outbox"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  }
  await page.goto("/today");
  await expect(page.getByText("We can’t reach the office’s server.")).toBeVisible();
  for (const path of ["/s/front-desk", "/s/open-house"]) {
    await page.goto(path);
    await page.getByLabel("First name").pressSequentially("Offline");
    await expect(page.getByLabel("First name")).toHaveValue("Offline");
  }
  await page.goto("/s/front-desk/property");
  await expect(page.getByLabel("Street address")).toBeVisible();
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "日本語" }).click();
  await expect(page.getByRole("button", { name: "タップして受付" })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Offline");
  await expect(page.getByLabel("First name")).toHaveValue("Offline");
});

/** Opens only the page of a station, until the worker controls it and has cached the app. */
async function openOnlyStation(page: Page): Promise<void> {
  await page.goto("/s/open-house");
  await chooseOpenHouse(page);
  await page.reload();
  await expect(page.getByLabel("First name")).toBeVisible();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect.poll(() => cachedPaths(page)).toContain("/index.html");
}

test("a device that has opened only its station opens staff's pages offline", async ({ page, context }) => {
  await openOnlyStation(page);
  await context.setOffline(true);
  for (const [path, heading] of [
    ["/before-you-leave", "Before you leave"],
    ["/today", "Today"],
    ["/outbox", "Outbox"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  }
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^Open house/ })).toBeVisible();
});

test("a page that could not be loaded loads by itself when the connection is back", async ({ page, context }) => {
  // So that the device knows no station.
  await context.route(/\/api\/stations/, (route) => route.abort());
  await page.goto("/outbox");
  await expect.poll(() => cachedPaths(page)).toContain("/index.html");
  await context.unroute(/\/api\/stations/);
  await context.setOffline(true);
  await page.goto("/today");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
});

test("Try again loads a page that the office's server did not answer", async ({ page }) => {
  await page.route(/\/api\/stations/, (route) => route.abort());
  await page.goto("/today");
  const again = page.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(again).toBeVisible();
  await page.unroute(/\/api\/stations/);
  await again.click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
});

test("agent: a page opened offline saves a lead, which is sent once when the network is back", async ({
  page,
  context,
  foyer,
}) => {
  await saveOffline(page, context, "Worker Sample");
  await page.reload();
  await expect(page.getByLabel("First name")).toBeVisible();
  await expect(page.getByText(isFrom)).toBeVisible();
  await context.setOffline(false);
  await sentOnce(foyer, "Worker Sample");
  await expect(page.getByText(isFrom)).toHaveCount(0);
});

test("a lead saved without a network shows in the outbox, and goes from whatever page of staff's is open", async ({
  page,
  context,
  foyer,
}) => {
  await saveOffline(page, context, "Elsewhere Sample");
  await page.goto("/outbox");
  await expect(page.getByRole("heading", { name: "1 lead is only on this computer" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
  await page.goto("/settings");
  await context.setOffline(false);
  await sentOnce(foyer, "Elsewhere Sample");
  await page.goto("/outbox");
  await expect(page.getByText(/only on this computer/)).toHaveCount(0);
});

test("the set-up page shows its preview also when the service worker answers", async ({ page }) => {
  await visitOnce(page);
  await page.goto("/settings/front-desk");
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toBeVisible();
});

test("pages open from the proxy when the browser has deleted the cache of the app", async ({ page }) => {
  await visitOnce(page);
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  for (const [path, title] of [
    ["/today", "Today"],
    ["/s/front-desk", "Contact"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }
});
