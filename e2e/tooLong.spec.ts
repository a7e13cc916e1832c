import { atOpenHouse, expect, test } from "./foyer.ts";

const typed = "Maria Guadalupe Concepcion Abcd";

test("a name one character too long is kept, counted and explained, and cannot be sent", async ({ page, foyer }) => {
  const before = (await foyer.leads()).length;
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
  expect((await foyer.leads()).length).toBe(before);

  await summary.getByRole("link", { name: "First name must be 30 characters or fewer" }).click();
  await expect(name).toBeFocused();
  await name.press("End");
  await name.press("Backspace");
  await expect(summary).toBeHidden();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Lead \d+$/)).toBeVisible();
});
