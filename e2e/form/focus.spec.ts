import type { Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";

/**
 * With the keyboard: when the pressed button disappears or renders again, the focus moves to where the work continues.
 */

const pressByKey = async (page: Page, name: string | RegExp) => {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
};

test("accepting a suggestion moves the focus to its answer", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  await page.getByLabel("First name").fill("Focus Sample");
  const phone = page.getByLabel("Phone 1");
  await phone.fill("+1 (415) 555-0134 ext 99");
  await phone.blur();
  await pressByKey(page, "Use +14155550134 and keep full text in note");
  await expect(phone).toBeFocused();
  await expect(phone).toHaveValue("+14155550134");
  const email = page.getByLabel("Email 1");
  await email.fill("focus.sample@gmial.com");
  await email.blur();
  await pressByKey(page, "Did you mean focus.sample@gmail.com?");
  await expect(email).toBeFocused();

  await page.getByRole("button", { name: "More questions" }).click();
  await page.getByLabel("Price from").fill("900000");
  await page.getByLabel("Price to").fill("650000");
  await page.getByLabel("Price to").blur();
  await pressByKey(page, "Swap them");
  await expect(page.getByLabel("Price to")).toBeFocused();
});

test("a shortened name can be undone until it is edited, and the note keeps what was typed since", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/s/open-house");
  const name = page.getByLabel("First name");
  const note = page.getByLabel("Note for the team");
  const long = "Maria Guadalupe Concepcion Abcd";
  const kept = page.getByText("Full text kept in the note.");
  await note.fill("Wants a yard");
  await name.fill(long);
  await pressByKey(page, /^Shorten and keep/);
  await expect(name).toBeFocused();
  await expect(name).toHaveValue("Maria Guadalupe Concepcion");
  await expect(kept).toBeVisible();
  await expect(note).toHaveValue(`Wants a yard\nFull first name: ${long}`);
  await note.fill(`Wants a yard\nFull first name: ${long}\nand a garage`);
  await pressByKey(page, "Undo");
  await expect(name).toBeFocused();
  await expect(name).toHaveValue(long);
  await expect(note).toHaveValue("Wants a yard\nand a garage");

  await pressByKey(page, /^Shorten and keep/);
  await name.fill("Maria");
  await expect(kept).toBeHidden();
});

test("counting a group and undoing it keep the focus on the button", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/today?station=open-house");
  const add = page.getByRole("button", { name: "Count a group that didn’t sign in" });
  const figure = page.locator("dl > div").filter({ has: page.getByText("Groups", { exact: true }) });
  await expect(add).toBeVisible();
  const before = Number(await figure.locator("dd").innerText());
  await pressByKey(page, "Count a group that didn’t sign in");
  await expect(figure).toContainText(String(before + 1));
  await expect(add).toBeFocused();
  await pressByKey(page, "Undo");
  await expect(figure).toContainText(String(before));
  await expect(add).toBeFocused();
});

test("front desk: the first visit to Check and send focuses its heading", async ({ page }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Focus Sample");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  const title = page.getByRole("heading", { level: 1 });
  for (const name of ["Inquiry", "Property", "Family", "Custom attributes", "Check and send"]) {
    await page.keyboard.press("Control+Enter");
    await expect(title).toHaveText(name);
    expect(await page.evaluate(() => document.activeElement !== document.body), name).toBe(true);
  }
  await expect(title).toBeFocused();
});

test("undo of a removed family member focuses its first question, not the button that removes it", async ({ page }) => {
  await page.goto("/s/front-desk/family");
  await page.getByRole("button", { name: /^Add family member/ }).click();
  const first = page.getByLabel("First name").first();
  await first.pressSequentially("Ann");
  await page.getByRole("button", { name: /^Remove family member 1/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(first).toBeFocused();
  await expect(first).toHaveValue("Ann");
});
