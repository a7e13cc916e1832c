import { expect, test } from "../foyer.ts";

// Rooms of its own: a lead of another story that needs attention would change the pill.

/** The page loads but its script does not. The page retries, and keeps what was typed and pressed. */
test("front desk: a lead typed and sent while the app cannot load is sent after it loads", async ({ page, foyer }) => {
  let isDown = true;
  let asked = 0;
  await page.route(/\/assets\/.*form-.*\.js$/, (route) => {
    asked++;
    return isDown ? route.abort() : route.continue();
  });
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Patient Sample");
  await page.getByRole("button", { name: /^Send now/ }).click();
  await expect.poll(() => asked).toBeGreaterThan(2);
  await expect(page.getByLabel("First name")).toHaveValue("Patient Sample");
  isDown = false;
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
  const names = (await foyer.leads()).map(({ stored }) => stored["firstName"]);
  expect(names.filter((name) => name === "Patient Sample")).toHaveLength(1);
});

test("kiosk: the words of the page do not come at first, and a language not at its first choice", async ({ page }) => {
  let fails = 2;
  await page.route(/\/assets\/.*words-.*\.js$/, (route) => (fails-- > 0 ? route.abort() : route.continue()));
  await page.goto("/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await page.getByLabel("First name").pressSequentially("Patient");
  await expect(page.locator("#first")).toHaveCount(0);
  await expect(page.getByLabel("First name")).toHaveValue("Patient");
  fails = 2;
  await page.getByLabel("Language").selectOption("fr");
  await expect(page.getByRole("button", { name: "Recommencer" })).toBeVisible();
});

test("a page whose script fails to load shows an error, and Try again loads it", async ({ page }) => {
  await page.goto("/s/front-desk");
  await expect(page.getByRole("link", { name: /Outbox|All in the sandbox/ })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.route(/\/assets\/OutboxPage-.*\.js$/, (route) => route.abort());
  await page.getByRole("link", { name: /Outbox|All in the sandbox/ }).click();
  await expect(page.getByRole("heading", { name: "We can’t reach the office’s server." })).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "We can’t reach the office’s server." })).toBeVisible();
  await page.unroute(/\/assets\/OutboxPage-.*\.js$/);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
});

test("a page's script whose answer never comes is asked for again after Try again", async ({ page }) => {
  await page.clock.install();
  await page.goto("/s/front-desk");
  const outbox = page.getByRole("link", { name: /Outbox|All in the sandbox/ });
  await expect(outbox).toBeVisible();
  await page.waitForLoadState("networkidle");
  let asked = 0;
  await page.route(/\/assets\/OutboxPage-.*\.js$/, (route) => (asked++ === 0 ? undefined : route.continue()));
  await outbox.click();
  await expect.poll(() => asked).toBe(1);
  await page.clock.runFor(62_000);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();
});
