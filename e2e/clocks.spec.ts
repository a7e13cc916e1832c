import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./foyer.ts";

const hour = 3_600_000;
/** Sets the device's clock: no time passes, and no timer runs. */
const setClock = async (page: Page, by: number) =>
  page.clock.setSystemTime((await page.evaluate(() => Date.now())) + by);

test("kiosk: the device's clock is set while a visitor types, and while nobody does", async ({ page }) => {
  await page.clock.install();
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  const name = page.getByLabel("First name");
  await name.pressSequentially("Mar");
  await setClock(page, 2 * hour);
  await name.pressSequentially("ia");
  await setClock(page, -4 * hour);
  await name.pressSequentially(" Jo");
  await expect(name).toHaveValue("Maria Jo");

  await page.clock.runFor(91_000);
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
  await expect(name).toHaveCount(0);
});

test("kiosk: after an hour's sleep right after a key the page shows nothing of the last visitor", async ({ page }) => {
  await page.clock.install();
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  const name = page.getByLabel("First name");
  await name.pressSequentially("Asleep");
  await setClock(page, hour);
  // No event tells the page of the sleep. It hides the form until it knows that the visitor has gone.
  await expect.poll(async () => (await name.count()) === 0 || (await name.evaluate(isSeen)) === false).toBe(true);
  // Ten seconds without a key: the visitor has gone.
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible({ timeout: 30_000 });
  await expect(name).toHaveCount(0);
});

function isSeen(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (getComputedStyle(at).opacity === "0") return false;
  return true;
}

test("Today left open overnight counts the new day", async ({ page }) => {
  await page.clock.install();
  await page.request.post("/api/leads", {
    headers: { "idempotency-key": randomUUID() },
    data: { station: "open-house", capturedAt: new Date().toISOString(), lead: { firstName: "Counted Yesterday" } },
  });
  await page.goto("/today?station=open-house");
  const signedIn = page.locator("dl > div").filter({ has: page.getByText("Signed in", { exact: true }) });
  await expect(signedIn).toContainText(/[1-9]/);
  const summary = page.getByLabel("For the seller");
  const before = await summary.inputValue();
  await page.clock.setSystemTime(await page.evaluate(() => new Date().setHours(24, 1)));
  await page.clock.runFor(30_000);
  await expect(signedIn).toContainText("0");
  await expect(summary).not.toHaveValue(before);
});
