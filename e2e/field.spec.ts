import { expect, test } from "./foyer.ts";

test("an address with a stray % says that there is no such station", async ({ page }) => {
  for (const path of ["/s/%", "/s/%zz/contact", "/kiosk/50%", "/embed/%E0%A4%A"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: /station/ }), path).toBeVisible();
  }
});

test("every box is 16 px or larger where a finger may be", async ({ page, hasTouch }) => {
  test.skip(!hasTouch, "a mouse may have smaller boxes");
  for (const path of ["/s/front-desk", "/embed/website", "/today"]) {
    await page.goto(path);
    await expect(page.locator("textarea, select, #f-phones-0").first()).toBeVisible();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("input, textarea, select")]
        .filter((box) => !["checkbox", "radio"].includes((box as HTMLInputElement).type))
        .map((box) => `${box.id} ${getComputedStyle(box).fontSize}`)
        .filter((box) => parseFloat(box.split(" ")[1] ?? "") < 16),
    );
    expect(small, path).toEqual([]);
  }
});

for (const path of ["/kiosk/kiosk", "/embed/website"])
  test(`${path}: pulling the page down does not load it anew`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY)).toBe("none");
  });
