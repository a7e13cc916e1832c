import type { Page } from "@playwright/test";
import { expect, test } from "./foyer.ts";

/** Controls that know a list or listen to keys, used as people use them: a key at a time. */

const agents = ["Sample Agent One", "Sample Agent Two", "Sample Agent Three"];

test("an input method's keys accept its candidates and commit nothing", async ({ page }) => {
  await page.goto("/s/front-desk");
  const tags = page.getByRole("combobox", { name: "Tags", exact: true });
  const committed = page.getByRole("button", { name: /^Remove / });
  const ime = await page.context().newCDPSession(page);
  await tags.focus();
  for (const text of ["て", "てん", "天気", "天気、"])
    await ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  for (const key of ["ArrowDown", "Enter", "Escape"])
    for (const type of ["rawKeyDown", "keyUp"] as const)
      await ime.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: 229 });
  await expect(tags).toHaveValue("天気、");
  await expect(committed).toHaveCount(0);
  await ime.send("Input.insertText", { text: "天気" });
  await expect(tags).toHaveValue("天気");
  await expect(committed).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(committed).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Remove 天気", exact: true })).toBeVisible();

  const name = page.getByLabel("First name");
  await name.focus();
  await ime.send("Input.imeSetComposition", { text: "ひろ", selectionStart: 2, selectionEnd: 2 });
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
  await expect(name).toBeFocused();
  await ime.send("Input.insertText", { text: "寛" });
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Last name")).toBeFocused();
  await expect(name).toHaveValue("寛");
});

test("by keys on a Russian layout: from box to box, to the next step, to a field, and the lead is sent", async ({
  page,
  foyer,
}) => {
  await page.goto("/s/front-desk");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  const russian = await page.context().newCDPSession(page);
  const control = async (key: string, code: string) => {
    for (const type of ["rawKeyDown", "keyUp"] as const)
      await russian.send("Input.dispatchKeyEvent", { type, key, code, modifiers: 2 });
  };
  await page.keyboard.type("Layout");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sample");
  await page.keyboard.press("Enter");
  await page.keyboard.type("(415) 555-0134");
  await page.getByLabel("Referred by").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Inquiry" })).toBeVisible();
  await page.getByLabel("Price from").pressSequentially("650000¹");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Price to")).toBeFocused();
  await expect(page.getByLabel("Price from")).toHaveAccessibleDescription(/must be a number, like 650,000/);
  await expect(page.getByLabel("Price from")).toHaveValue("650000¹");

  await control("л", "KeyK");
  await expect(page.getByRole("combobox", { name: "Jump to a field" })).toBeFocused();
  await page.keyboard.type("price from");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Price from")).toBeFocused();
  await page.keyboard.type("1.2m");
  await page.getByLabel("Most bathrooms").pressSequentially("2,5");
  await control("ы", "KeyS");
  await expect(page.getByRole("heading", { name: "In Lofty" })).toBeVisible();
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Layout");
  expect(lead?.received).toMatchObject({
    lastName: "Sample",
    inquiry: { priceMin: 1200000, bathroomsMax: "2.5" },
  });
});

test("an agent's name that fits two is kept, said and never sent for either", async ({ page, foyer }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Two Agents");
  const agent = page.getByRole("combobox", { name: "Assign to" });
  await listed(page, agents);
  await agent.focus();
  await page.keyboard.type("agent t");
  await page.keyboard.press("Tab");
  await expect(agent).toHaveAccessibleDescription(/Pick one from the list for Assign to/);
  await expect(agent).toHaveValue("agent t");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("alert").getByText("Pick one from the list for Assign to")).toBeVisible();
  expect((await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Two Agents")).toEqual([]);
  await agent.click();
  await page.getByRole("option", { name: "Sample Agent Two" }).click();
  await expect(agent).toHaveValue("Sample Agent Two");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { name: "In Lofty" })).toBeVisible();
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Two Agents");
  expect(String(lead?.received["assignedUserId"])).toBe("651095960100002");
});

/** Lofty's lists have arrived. */
async function listed(page: Page, names: readonly string[]): Promise<void> {
  await expect(async () => {
    const lists: unknown = await page.evaluate(() => localStorage.getItem("foyer:vocabulary"));
    for (const name of names) expect(String(lists)).toContain(name);
  }).toPass();
}
