import type { Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";

test("front desk: twelve answers by keyboard with at most 25 extra keys, and the focus is never lost", async ({
  page,
  foyer,
}) => {
  const desk = keyboard(page);
  await page.goto("/s/front-desk");
  await expect(page.getByLabel("First name")).toBeFocused();
  await expect(page.getByRole("combobox", { name: "Assign to" })).toBeVisible();

  await desk.type("Keyboard");
  await desk.press("Tab");
  await desk.type("Sample");
  await desk.press("Tab");
  await desk.type("F");
  await desk.press("Tab");
  await desk.type("(415) 555-0134");
  await desk.press("Tab", "Tab");
  await desk.type("keyboard.sample@example.com");
  await desk.press("Tab", "Tab", "Space");

  await desk.press("F6");
  await desk.type("Sample Agent O");
  await expect(page.getByRole("option", { name: "Sample Agent One" })).toBeVisible();
  await desk.press("Tab", "Tab");
  await desk.type("New");
  await desk.press("Tab");
  await desk.type("Relocation,");

  await desk.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Inquiry" })).toBeVisible();
  await desk.press("Space", "Tab", "Space", "Tab", "Space");
  const lost = await page.evaluateHandle(watchFocus);
  await desk.press("Control+s");
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeFocused();
  expect(await lost.jsonValue(), "frames in which the page itself has the focus").toEqual([]);
  expect(desk.keys()).toBeLessThanOrEqual(25);

  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Keyboard");
  expect(lead?.received).toMatchObject({
    firstName: "Keyboard",
    lastName: "Sample",
    language: "fr",
    phones: ["(415) 555-0134"],
    emails: ["keyboard.sample@example.com"],
    leadTypes: [2],
    stage: "New Leads",
    tagsAdd: ["Relocation"],
    buyingTimeFrame: "1-3",
    preQual: "Yes",
    withBuyerAgent: "Yes",
  });
  expect(Object.keys(lead?.received ?? {})).toContain("assignedUserId");

  await desk.press("Enter");
  await expect(page.getByLabel("First name")).toBeFocused();
  await expect(page.getByLabel("First name")).toHaveValue("");
});

test("front desk: shortcuts reach every step, any field, the next error and the list of shortcuts", async ({
  page,
}) => {
  const desk = keyboard(page);
  await page.goto("/s/front-desk");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  await desk.press("Alt+PageDown", "Alt+PageDown");
  await expect(page.getByRole("heading", { name: "Property" })).toBeVisible();
  await desk.press("Alt+PageUp");
  await expect(page.getByRole("heading", { name: "Inquiry" })).toBeVisible();

  await desk.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Jump to a field" })).toBeFocused();
  await desk.type("lot si");
  await desk.press("Enter");
  await expect(page.getByRole("heading", { name: "Property" })).toBeVisible();
  await expect(page.getByLabel("Lot size, acres")).toBeFocused();
  await desk.press("F6");
  await expect(page.getByRole("combobox", { name: "Assign to" })).toBeFocused();
  await desk.press("Shift+F6");
  await expect(page.getByLabel("Lot size, acres")).toBeFocused();

  await desk.type("many");
  await page.getByLabel("Street address").fill("905 Sample Street");
  await desk.press("F8");
  await expect(page.getByLabel("First name")).toBeFocused();
  await desk.press("F8");
  await expect(page.getByLabel("Lot size, acres")).toBeFocused();
  await desk.press("Shift+F8");
  await expect(page.getByLabel("First name")).toBeFocused();

  await desk.press("Control+/");
  await expect(page.getByRole("heading", { name: "Keyboard shortcuts" })).toBeVisible();
  await desk.press("Escape");
  await expect(page.getByLabel("First name")).toBeFocused();
});

test("front desk: shortcuts can be switched off", async ({ page }) => {
  await page.goto("/settings");
  await page.evaluate(() => localStorage.setItem("foyer:setting:shortcuts", JSON.stringify("off")));
  await page.goto("/s/front-desk");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Alt+PageDown");
  await expect(page.getByRole("heading", { name: "Contact" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

/** Adds the time of each frame in which nothing has the focus to the returned list. */
function watchFocus(): number[] {
  const lost: number[] = [];
  const look = (time: number) => {
    if (document.activeElement === document.body) lost.push(time);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return lost;
}

/** Types answers and counts all other keys. After each of these, an element must have the focus. */
function keyboard(page: Page) {
  let keys = 0;
  const isSomewhere = () =>
    page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
  return {
    keys: () => keys,
    type: (answer: string) => page.keyboard.type(answer),
    press: async (...names: readonly string[]) => {
      for (const name of names) {
        keys++;
        await page.keyboard.press(name);
        expect(await isSomewhere(), `the focus is lost after ${name}`).toBe(true);
      }
    },
  };
}
