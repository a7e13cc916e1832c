import type { Page } from "@playwright/test";
import { test, type Foyer } from "../foyer.ts";
import { lookAt, type Look } from "./looks.ts";
import { screens } from "./screens.ts";

/** A test a screen: brings it into its state once, then hands it over in every look it has. */
export function everyScreen(does: string, check: (page: Page, look: Look, name: string) => Promise<void>): void {
  for (const [name, { path, size, reach, looks = [] }] of Object.entries(screens))
    test(`${does}: ${name}`, async ({ page, foyer }: { page: Page; foyer: Foyer }) => {
      await lookAt(page, "light", size);
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await reach?.(page, foyer);
      for (const look of ["light", "dark", ...looks] as const)
        await test.step(look, async () => {
          await lookAt(page, look, size);
          await check(page, look, name);
        });
    });
}
