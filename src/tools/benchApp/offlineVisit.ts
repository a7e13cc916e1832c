import type { Browser, Page } from "@playwright/test";
import type { Contestant } from "./contestants.ts";
import { openTyping, type FirstVisit } from "./firstVisit.ts";
import { openPage } from "./openPage.ts";

const pollMs = 250;
const longestMs = 60_000;

/** Opens the form without a network, from what a service worker has cached at an earlier visit. */
export async function offlineVisit(browser: Browser, of: Contestant, cpu: number): Promise<FirstVisit> {
  const { page, close } = await openPage(browser, { name: "", cpu: 1, isSlow: false });
  try {
    const context = page.context();
    await page.goto(of.url);
    await page.evaluate(installWorker, of.worker ?? "");
    await untilCached(page, of.url);
    await page.close();
    await context.setOffline(true);
    const again = await context.newPage();
    const session = await context.newCDPSession(again);
    await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    return await openTyping(again, session, of);
  } finally {
    await close();
  }
}

/** Foyer installs its worker itself. */
async function installWorker(worker: string): Promise<void> {
  if (worker) await navigator.serviceWorker.register(worker);
  await navigator.serviceWorker.ready;
}

/** The worker controls the page, and the page itself is in a cache. */
async function untilCached(page: Page, url: string): Promise<void> {
  const { pathname } = new URL(url);
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += pollMs) {
    const isReady = await page.evaluate(
      async (path) => navigator.serviceWorker.controller !== null && (await caches.match(path)) !== undefined,
      pathname,
    );
    if (isReady) return;
    await page.waitForTimeout(pollMs);
    // Only a page that the worker controls is fetched through it, and so cached.
    if (waitedMs > 0 && waitedMs % 5_000 === 0) await page.reload();
  }
  throw new Error(`${url} is not cached after ${longestMs} ms`);
}
