import type { Page } from "@playwright/test";

/** Resizes a page that may be in full screen, where Playwright's `setViewportSize` fails in the headless shell. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
}
