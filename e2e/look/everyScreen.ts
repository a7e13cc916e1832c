import type { Page } from "@playwright/test";
import { expect, test, type Foyer } from "../foyer.ts";
import { lookAt, type Look } from "./looks.ts";
import { screens } from "./screens.ts";

/** A test a screen: brings it into its state once, then hands it over in every look it has. */
export function everyScreen(does: string, check: (page: Page, look: Look, name: string) => Promise<void>): void {
  for (const [name, { before, path, size, reach, looks = [] }] of Object.entries(screens))
    test(`${does}: ${name}`, async ({ page, foyer }: { page: Page; foyer: Foyer }) => {
      await lookAt(page, "light", size);
      await before?.(page, foyer);
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await whole(page);
      await reach?.(page, foyer);
      await whole(page);
      for (const look of ["light", "dark", ...looks] as const)
        await test.step(look, async () => {
          await lookAt(page, look, size);
          await check(page, look, name);
        });
    });
}

/** Whatever is loaded after the first paint is there: no control still stands in for the one to come. */
const whole = (page: Page) => expect(page.locator(".control:empty")).toHaveCount(0);
