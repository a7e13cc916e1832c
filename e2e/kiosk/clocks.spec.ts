import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";

const hour = 3_600_000;
/** Changes the device's clock. No time passes, and no timer runs. */
const setClock = async (page: Page, by: number) =>
  page.clock.setSystemTime((await page.evaluate(() => Date.now())) + by);

test("kiosk: a changed device clock does not clear a form in use, and an unused form is still cleared", async ({
  page,
}) => {
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

test("kiosk: after an hour asleep, the page shows nothing of the last visitor", async ({ page }) => {
  await page.clock.install();
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  const name = page.getByLabel("First name");
  await name.pressSequentially("Asleep");
  await setClock(page, hour);
  // No event reports the sleep. The page hides the form until it knows whether the visitor has left.
  await expect.poll(async () => (await name.count()) === 0 || (await name.evaluate(isSeen)) === false).toBe(true);
  // After ten seconds without a key, the visitor counts as gone.
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible({ timeout: 30_000 });
  await expect(name).toHaveCount(0);
});

function isSeen(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (getComputedStyle(at).opacity === "0") return false;
  return true;
}

test("Today, left open overnight, counts the new day", async ({ page }) => {
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
