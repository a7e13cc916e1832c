import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import type { Contestant } from "./contestants.ts";
import { openPage } from "./openPage.ts";
import { watchWire, type Wire } from "./watchWire.ts";

const longestMs = 60_000;

/** Opens the form with a cold cache, fills the required fields, goes through every step and sends the lead. */
export async function wholeVisit(browser: Browser, { url, start }: Contestant): Promise<Wire> {
  const { page, session, close } = await openPage(browser, { name: "", cpu: 1, isSlow: false });
  try {
    const wire = await watchWire(session);
    await page.goto(url);
    if (start) await page.getByRole("button", { name: start }).click();
    await page.getByRole("textbox", { name: /^First name/ }).fill("Bench Sample");
    await page.getByRole("textbox", { name: /^Email 1/ }).fill("bench.sample@example.com");
    await page.waitForLoadState("networkidle");
    await goToTheEnd(page);
    await page.waitForLoadState("networkidle");
    await sleep(1500);
    return wire.whole();
  } finally {
    await close();
  }
}

/** Clicks forward until the last step, then sends. The floors show only "Thank you". */
async function goToTheEnd(page: Page): Promise<void> {
  const forward = page.getByRole("button", { name: /^(Continue|More questions|Sign in|Finish)$/ });
  const send = page.getByRole("button", { name: /^(Save|Send lead|Done)$/ });
  const done = page.getByText(/^Thank you/);
  let isSent = false;
  page.on("response", (response) => {
    const isLead = response.request().method() === "POST" && new URL(response.url()).pathname === "/api/leads";
    isSent ||= isLead && response.ok();
  });
  const until = performance.now() + longestMs;
  while (performance.now() < until) {
    if (isSent || (await done.first().isVisible())) return;
    if (await forward.isVisible()) await forward.click();
    else if (await send.isVisible()) await send.click();
    await sleep(500);
  }
  throw new Error(`${page.url()}: the visit found no end`);
}
