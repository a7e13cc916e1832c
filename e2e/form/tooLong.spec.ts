import { atOpenHouse, expect, test } from "../foyer.ts";

const typed = "Maria Guadalupe Concepcion Abcd";

test("a name one character too long is kept, counted and explained, and cannot be sent", async ({ page, foyer }) => {
  const sent = async () => (await foyer.leads()).filter(({ received }) => received["firstName"] === typed);
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  const name = page.getByLabel("First name");
  await name.focus();
  await page.keyboard.insertText(typed);
  await expect(page.getByText("1 too many").first()).toBeVisible();
  await expect(
    page.getByText(/^Lofty keeps 30 characters, so this would be saved as Maria Guadalupe Concepcion Abc$/),
  ).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("heading", { name: "1 thing to fix" })).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(name).toHaveValue(typed);
  expect(await sent()).toEqual([]);

  await summary.getByRole("link", { name: "First name must be 30 characters or fewer" }).click();
  await expect(name).toBeFocused();
  await name.press("End");
  await name.press("Backspace");
  await expect(page.getByText("1 too many").first()).toBeHidden();
  // Content above the box must not change while the person types.
  await expect(summary).toBeVisible();
  await name.press("Tab");
  await expect(summary).toBeHidden();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
});

test("front desk: an error of length is counted at its step at once, and one tap leads to it from any step", async ({
  page,
}) => {
  await page.goto("/s/front-desk");
  const name = page.getByLabel("First name");
  await name.focus();
  await page.keyboard.insertText(typed);
  const steps = page.getByRole("navigation", { name: "Steps" });
  await expect(steps.getByRole("button", { name: "Contact 1 to fix" })).toBeVisible();
  await steps.getByRole("button", { name: "Property" }).click();
  await expect(page.getByRole("heading", { name: "Property", level: 1 })).toBeVisible();
  await page.getByRole("contentinfo").getByRole("button", { name: "First name must be 30" }).click();
  await expect(name).toBeFocused();
  await name.press("End");
  await name.press("Backspace");
  await expect(page.getByText("1 to fix")).toHaveCount(0);
});
