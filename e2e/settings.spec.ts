import { expect, test } from "./foyer.ts";

test("a device's settings hold at once and over a reload, and clearing it asks first", async ({ page }) => {
  const look = () =>
    page.evaluate(() => {
      const { fontSize, colorScheme } = getComputedStyle(document.documentElement);
      return { fontSize, colorScheme, ground: getComputedStyle(document.body).backgroundColor };
    });
  await page.goto("/settings");
  await page.getByRole("group", { name: "Theme" }).getByLabel("Dark").check();
  await page.getByRole("group", { name: "Text size" }).getByLabel("150 %").check();
  expect(await look()).toEqual({ fontSize: "24px", colorScheme: "dark", ground: "rgb(12, 22, 20)" });
  await page.goto("/s/front-desk");
  await expect(page.getByLabel("First name")).toBeVisible();
  expect(await look()).toEqual({ fontSize: "24px", colorScheme: "dark", ground: "rgb(12, 22, 20)" });

  await page.goto("/settings");
  await page.getByRole("button", { name: "Clear this device" }).click();
  const dialog = page.getByRole("dialog", { name: "Clear this device?" });
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Clear this device" }).click();
  await dialog.getByRole("button", { name: "Clear this device" }).click();
  await expect(page.getByRole("heading", { name: "Stations" })).toBeVisible();
  expect((await look()).fontSize).toBe("16px");
});
