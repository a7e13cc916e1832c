import type { Page } from "@playwright/test";
import { expect, test, type Foyer } from "../foyer.ts";
import { lookAt, type Look } from "./looks.ts";
import { screens, type Screen } from "./screens.ts";

type Check = (page: Page, look: Look, screen: Screen & { readonly name: string }) => Promise<void>;

/** Defines one test for each screen. It opens the screen's state once and calls `check` for each of its looks. */
export function everyScreen(does: string, check: Check): void {
  for (const [name, screen] of Object.entries(screens))
    test(`${does}: ${name}`, async ({ page, foyer }: { page: Page; foyer: Foyer }) => {
      const { before, path, size, reach, looks = [] } = screen;
      // A first visit on a slow machine shows the device's own fonts.
      await page.addInitScript(() => localStorage.setItem("foyer:fonts", "true"));
      await lookAt(page, "light", size);
      await before?.(page, foyer);
      await page.goto(path);
      await whole(page);
      await reach?.(page, foyer);
      await whole(page);
      for (const look of ["light", "dark", ...looks] as const)
        await test.step(look, async () => {
          await lookAt(page, look, size);
          await check(page, look, { name, ...screen });
        });
    });
}

/** Waits until the app has replaced the first screen of the HTML. */
export async function whole(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await expect(page.locator("#first")).toHaveCount(0);
}
