import type { Locator, Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

/** Presses slowly. Leaving a box shows its error, which must not move the pressed button. */
async function press(page: Page, pressed: Locator): Promise<void> {
  await pressed.scrollIntoViewIfNeeded();
  const box = await pressed.boundingBox();
  if (!box) throw new Error("nothing to press");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(400);
  const held = await pressed.boundingBox();
  expect(Math.abs((held?.y ?? 0) - box.y), "moved while it was pressed").toBeLessThan(3);
  await page.mouse.up();
}

const wrongEmail = async (page: Page) => {
  await page.getByLabel("Email 1").click();
  await page.keyboard.type("ada@");
};

for (const [path, name] of [
  ["/embed/website", "Continue"],
  ["/s/front-desk", "Add phone"],
  ["/s/front-desk", "Add email"],
  ["/s/open-house", "Add email"],
] as const)
  test(`${path}: pressing ${name} works while an error appears above it`, async ({ page }) => {
    if (path === "/s/open-house") await atOpenHouse(page);
    await page.goto(path);
    await page.getByLabel("First name").click();
    await page.keyboard.type("Ada");
    await wrongEmail(page);
    const button = page.getByRole("button", { name, exact: true });
    // Waits until everything is loaded that reacts to the press.
    await expect(button).toBeVisible();
    await page.waitForTimeout(1000);
    await press(page, button);
    await expect(page.getByText("Enter an email like name@example.com").first()).toBeVisible();
    if (name === "Continue") await expect(page.getByRole("alert")).toBeFocused();
    else
      await expect(
        page.getByRole("textbox", { name: name.replace("Add p", "P").replace("Add e", "E") + " 2" }),
      ).toBeFocused();
  });
