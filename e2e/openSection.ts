import type { Page } from "@playwright/test";

/** Opens a section of the set-up page, as a broker does on a screen of any width. */
export const openSection = (page: Page, name: string): Promise<void> =>
  page.locator("form").getByRole("link", { name, exact: true }).click();
