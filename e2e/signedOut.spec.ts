import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "./foyer.ts";

/** The session ends while leads are taken: they wait on the device until somebody signs in, here or in another tab. */

const passcode = "sample-passcode";
test.use({ proxyEnv: { STAFF_PASSCODE: passcode } });

test.beforeEach(async ({ page }) => {
  expect((await page.request.post("/api/session", { data: { passcode } })).ok()).toBe(true);
});

async function saveSignedOut(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").fill(name);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`Not saved yet: ${name}. Sign in to send it.`)).toBeVisible();
}

const typePasscode = async (page: Page, typed: string) => {
  await page.getByLabel("Staff passcode").fill(typed);
  await page.getByLabel("Staff passcode").press("Enter");
};

test("agent: signing in over the form sends what waited, and leaves alone what is being typed", async ({
  page,
  foyer,
}) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await expect(page.getByRole("link", { name: "All delivered" })).toBeVisible();
  await saveSignedOut(page, "Signed Out");
  await saveSignedOut(page, "Also Out");
  await expect(page.getByRole("link", { name: "2 waiting" })).toBeVisible();
  await page.getByLabel("First name").fill("Half Typed");

  const line = page.getByRole("status").filter({ hasText: "Signed Out" });
  await line.getByRole("button", { name: "Sign in" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in" });
  await typePasscode(page, "wrong");
  await expect(dialog.getByText("That passcode isn’t right.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line.getByRole("button", { name: "Sign in" })).toBeFocused();
  await page.keyboard.press("Enter");
  await typePasscode(page, passcode);
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Saved Signed Out.")).toBeVisible();
  await expect(page.getByText("Saved Also Out.")).toBeVisible();
  await expect(line).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveValue("Half Typed");
  await expect(page.getByRole("link", { name: "All delivered" })).toBeVisible();
  const names = (await foyer.leads()).map(({ stored }) => stored["firstName"]);
  expect(names.filter((name) => name === "Signed Out" || name === "Also Out")).toHaveLength(2);
});

test("agent: signing in in another tab sends what waited; the outbox says what has not left the device", async ({
  page,
  context,
}) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await saveSignedOut(page, "Other Tab");
  const other = await context.newPage();
  await other.goto("/outbox");
  // By now the next try of its own is more than five seconds away.
  await page.waitForTimeout(8_000);
  await typePasscode(other, passcode);
  await expect(page.getByText("Saved Other Tab.")).toBeVisible({ timeout: 4_000 });
  await expect(other.getByRole("heading", { level: 1, name: "Outbox" })).toBeVisible();

  await saveSignedOut(page, "Still Here");
  await other.request.post("/api/session", { data: { passcode } });
  await page.close();
  await other.reload();
  await expect(other.getByText("1 lead has not left this device yet: Still Here.")).toBeVisible();
  await other.getByRole("link", { name: "Open Open house" }).click();
  await expect(other.getByText("Saved Still Here.")).toBeVisible();
});

test("front desk: the receipt asks to sign in, and then tells the lead's number", async ({ page }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Desk Out");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { name: "Not saved yet" })).toBeFocused();
  await expect(page.getByText("Sign in to send it.")).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  await typePasscode(page, passcode);
  await expect(page.getByRole("heading", { name: "In Lofty" })).toBeFocused();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
});
