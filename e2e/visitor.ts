import { expect, type FrameLocator, type Page } from "@playwright/test";

/** The main button of a visitor's page, whatever it is called there. */
export const forward = (page: Page | FrameLocator) =>
  page.getByRole("button", { name: /^(Sign in|Continue|Send|Done)$/ });

/** Presses the main button on each page until the visitor's form has ended. */
export async function walkToTheEnd(page: Page | FrameLocator): Promise<void> {
  const title = page.getByRole("heading", { level: 1 });
  for (let isLast = false; !isLast;) {
    isLast = /^(Send|Done)$/.test(await forward(page).innerText());
    const before = await title.innerText();
    await forward(page).click();
    await expect(title).not.toHaveText(before);
  }
}
