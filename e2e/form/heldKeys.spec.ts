import { expect, test } from "../foyer.ts";
import { openHeld, stillFirst, takenOver } from "../heldPage.ts";

test("desk: shortcuts pressed before the scripts load act afterwards, in order", async ({ page }) => {
  const letThrough = await openHeld(page, "/s/front-desk");
  await expect(page.getByLabel("First name")).toBeFocused();
  const { keyboard } = page;
  await keyboard.type("Held");
  for (const key of ["Alt+PageDown", "Alt+PageDown", "Alt+PageUp", "Control+k"]) await keyboard.press(key);
  await keyboard.type("lot sx");
  await keyboard.press("Backspace");
  await keyboard.type("i");
  await keyboard.press("Enter");
  await keyboard.type("0.5");
  await stillFirst(page);
  letThrough();
  await takenOver(page);
  await expect(page.getByRole("heading", { level: 1, name: "Property" })).toBeVisible();
  await expect(page.getByLabel("Lot size, acres")).toBeFocused();
  await expect(page.getByLabel("Lot size, acres")).toHaveValue("0.5");
  await keyboard.type("5");
  await expect(page.getByLabel("Lot size, acres")).toHaveValue("0.55");
  await keyboard.press("Alt+PageUp");
  await expect(page.getByRole("heading", { level: 1, name: "Inquiry" })).toBeVisible();
  await keyboard.press("Alt+PageUp");
  await expect(page.getByLabel("First name")).toHaveValue("Held");
});

test("desk: Control+S pressed before the scripts load saves the typed lead once", async ({ page, foyer }) => {
  const letThrough = await openHeld(page, "/s/front-desk");
  await expect(page.getByLabel("First name")).toBeFocused();
  await page.keyboard.type("Shortcut");
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Control+s");
  await stillFirst(page);
  letThrough();
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  expect((await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Shortcut")).toHaveLength(1);
});

test("desk: F8 pressed before the scripts load finds the first issue", async ({ page }) => {
  const letThrough = await openHeld(page, "/s/front-desk");
  await page.getByLabel("Email 1").fill("no address");
  await page.getByLabel("Last name").focus();
  await page.keyboard.press("F8");
  letThrough();
  await takenOver(page);
  await expect(page.getByLabel("First name")).toBeFocused();
  await page.keyboard.press("F8");
  await expect(page.getByLabel("Email 1")).toBeFocused();
});

test("desk: shortcuts that are switched off stay off before the scripts load", async ({ page }) => {
  await page.goto("/settings");
  await page.evaluate(() => localStorage.setItem("foyer:setting:shortcuts", JSON.stringify("off")));
  const letThrough = await openHeld(page, "/s/front-desk");
  await expect(page.getByLabel("First name")).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Typed");
  letThrough();
  await takenOver(page);
  await expect(page.getByLabel("First name")).toHaveValue("Typed");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
