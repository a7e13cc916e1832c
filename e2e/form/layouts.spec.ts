import { expect, test } from "../foyer.ts";

/** Input methods and keyboard layouts. */

test("IME keys accept candidates and do not commit a tag or leave the box", async ({ page }) => {
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

test("keyboard shortcuts work on a Russian layout, and the lead is sent", async ({ page, foyer }) => {
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
  await page.getByLabel("Bathrooms, at most").pressSequentially("2,5");
  await control("ы", "KeyS");
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Layout");
  expect(lead?.received).toMatchObject({
    lastName: "Sample",
    inquiry: { priceMin: 1200000, bathroomsMax: "2.5" },
  });
});
