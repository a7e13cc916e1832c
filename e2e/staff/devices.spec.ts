import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { accessible } from "../accessible.ts";
import { atOpenHouse, expect, test } from "../foyer.ts";
import { handOver, typePasscode } from "../handedOver.ts";
import { openSection } from "../openSection.ts";

const passcode = "sample-passcode";
// Rooms of their own: the devices of other stories are silent by now.
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

const signIn = async (page: Page) => {
  await page.goto("/s/open-house");
  await page.getByLabel("Staff passcode").fill(passcode);
  await page.getByLabel("Staff passcode").press("Enter");
  await expect(page.getByLabel("Staff passcode")).toHaveCount(0);
};
test("on a phone each figure of a device has its name", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto("/devices");
  const row = page.getByRole("row").filter({ hasText: "this device" });
  for (const name of ["Version", "Last contact", "Unsent"])
    await expect(row.getByText(name, { exact: true })).toBeVisible();
  await accessible(page);
});

test("a revoked device takes no further lead and loses none; the house is done only when its leads are in Lofty", async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page);
  await atOpenHouse(page);
  const other = await browser.newContext({ ...(baseURL && { baseURL }), serviceWorkers: "block" });
  const tablet = await other.newPage();
  await signIn(tablet);
  await atOpenHouse(tablet);
  await tablet.goto("/s/open-house");
  await expect(tablet.getByLabel("First name")).toBeVisible();

  // The tablet saves a lead while the proxy refuses to take it, and says so in its next report.
  await tablet.route("**/api/leads", (route) => route.abort());
  await tablet.getByLabel("First name").pressSequentially("Kept");
  await tablet.getByRole("button", { name: "Save" }).click();
  await expect(tablet.getByText(/Kept\. Sends when/).first()).toBeVisible();

  await page.goto("/s/open-house");
  await page.goto("/devices");
  const row = page.getByRole("row").filter({ hasText: "1 waiting" });
  await expect(row).toBeVisible();
  await accessible(page);
  await row.getByRole("button", { name: /^Rename/ }).click();
  await page.keyboard.type("Hall tablet");
  await page.keyboard.press("Enter");
  const hall = page.getByRole("row").filter({ hasText: "Hall tablet" });
  await expect(hall).toBeVisible();

  await page.goto("/before-you-leave?station=open-house");
  await expect(page.getByRole("status").first()).toContainText("still on Hall tablet");
  await accessible(page);

  await page.goto("/devices");
  await hall.getByRole("button", { name: /^Revoke.*Hall tablet/ }).click();
  await expect(hall).toContainText("Its 1 unsent lead stays on it and goes out once staff sign in there again.");
  await expect(page.getByRole("button", { name: "Keep it" })).toBeFocused();
  await hall.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(hall).toContainText("Revoked");

  await tablet.unroute("**/api/leads");
  await tablet.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(tablet.getByText("Staff revoked this")).toBeVisible();
  await expect(tablet.getByLabel("First name")).toHaveCount(0);
  const lead = { station: "open-house", capturedAt: new Date().toISOString(), lead: { firstName: "Late" } };
  const refused = await tablet.request.post("/api/leads", { headers: { "idempotency-key": randomUUID() }, data: lead });
  expect(refused.status()).toBe(401);
  // Others are not touched.
  expect((await page.request.get("/api/outbox")).status()).toBe(200);

  await tablet.getByLabel("Staff passcode").fill(passcode);
  await tablet.getByLabel("Staff passcode").press("Enter");
  await expect(tablet.getByLabel("First name")).toBeVisible();
  await page.goto("/before-you-leave?station=open-house");
  await expect(page.getByRole("status").first()).toContainText("All in the sandbox", { timeout: 40_000 });
  await expect(page.getByRole("region", { name: "Who to call first" })).toContainText("Kept");
  await accessible(page);
  await other.close();
});

test("a station's settings say which devices have what is saved", async ({ page, browser, baseURL }) => {
  await signIn(page);
  const other = await browser.newContext({ ...(baseURL && { baseURL }), serviceWorkers: "block" });
  const tablet = await other.newPage();
  await tablet.goto("/kiosk/kiosk");
  await typePasscode(tablet);
  await handOver(tablet);
  await page.goto("/settings/kiosk");
  const devices = page.getByRole("region", { name: "Devices" });
  const says = (words: string) =>
    expect(async () => {
      await page.reload();
      await openSection(page, "Devices");
      await expect(devices).toContainText(words, { timeout: 10_000 });
    }).toPass({ timeout: 60_000 });
  await says("1 of 1 device with what is saved.");
  await openSection(page, "Look");
  await page.getByLabel("Brokerage").fill("Sample Homes");
  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  await says("0 of 1 device with what is saved.");
  await expect(devices).toContainText(/Computer \d+: an earlier version/);
  await tablet.reload();
  await says("1 of 1 device with what is saved.");
  await other.close();
});

test("a device's new name stays in its box, uncut, until the proxy has it", async ({ page }) => {
  await signIn(page);
  await page.goto("/s/open-house");
  await page.goto("/devices");
  const row = page.getByRole("row").filter({ hasText: "this device" });
  await row.getByRole("button", { name: /^Rename/ }).click();
  const box = row.getByLabel("Name of this device");
  await box.pressSequentially("Hall ".repeat(13));
  await box.press("Enter");
  await expect(row.getByRole("alert")).toHaveText("A name has at most 60 characters.");
  await expect(box).toHaveValue("Hall ".repeat(13));
  await box.fill("");
  await box.pressSequentially("Front hall");
  await page.route("**/api/devices/*", (route) => route.abort());
  await box.press("Enter");
  await expect(row.getByRole("alert")).toHaveText("That did not work. Try again.");
  await expect(box).toHaveValue("Front hall");
  await expect(box).toBeFocused();
  await page.unroute("**/api/devices/*");
  await box.press("Enter");
  await expect(row.getByRole("heading", { name: "Front hall" })).toBeVisible();
  await expect(row.getByRole("button", { name: /^Rename/ })).toBeFocused();
});
