import type { Page } from "@playwright/test";
import { expect } from "./foyer.ts";

/** A tablet that staff hand over to visitors. The proxy's STAFF_PASSCODE is `passcode`. */

export const passcode = "sample-passcode";
export const pin = "904417";

export const typePasscode = async (page: Page) => {
  await page.getByLabel("Staff passcode").fill(passcode);
  await page.getByLabel("Staff passcode").press("Enter");
  await expect(page.getByLabel("Staff passcode")).toHaveCount(0);
};

/** Hands the tablet over without an event. The first time it also sets the PIN. */
export const handOver = async (page: Page) => {
  await expect(page.getByRole("heading", { name: "Is this tablet for visitors?" })).toBeVisible();
  await page.getByRole("button", { name: "No event today" }).click();
  const box = page.getByLabel("Staff PIN of this kiosk");
  await expect(box.or(page.getByText("The staff PIN is set."))).toBeVisible();
  if (await box.isVisible()) await box.fill(pin);
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("button", { name: "Tap to sign in" })).toBeVisible();
};

export const unlock = async (page: Page, code: string) => {
  await page.getByRole("button", { name: "For staff: leave the sign-in" }).click();
  await page.getByLabel("Staff PIN or passcode").fill(code);
  await page.getByRole("button", { name: "Open", exact: true }).click();
};
