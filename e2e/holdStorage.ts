import type { Page } from "@playwright/test";

/**
 * Keeps the queue's store busy. The clock, which `page.clock.install()` must have replaced, stands still: nothing times
 * out.
 */
export async function holdStorage(page: Page): Promise<void> {
  // Later than the page's clock even if this call is slow, and before a kiosk takes the visitor for gone.
  await page.clock.pauseAt(Date.now() + 20_000);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let isHeld = true;
        window.addEventListener("storage-goes-on", () => (isHeld = false));
        const open = indexedDB.open("foyer-saved");
        open.addEventListener("success", () => {
          const store = open.result.transaction("queue", "readwrite").objectStore("queue");
          const ask = () => {
            resolve();
            if (isHeld) store.get("").addEventListener("success", ask);
            else open.result.close();
          };
          ask();
        });
      }),
  );
}

/** Lets the store answer, and the clock go on. */
export async function releaseStorage(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("storage-goes-on")));
  await page.clock.resume();
}
