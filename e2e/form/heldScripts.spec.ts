import { atOpenHouse, expect, test } from "../foyer.ts";
import { openHeld, stillFirst, takenOver } from "../heldPage.ts";

test("desk: a whole first screen typed before the scripts load is kept", async ({ page, foyer }) => {
  const letThrough = await openHeld(page, "/s/front-desk");
  const first = page.getByLabel("First name");
  await expect(first).toBeFocused();
  const keys = async (text: string) => page.keyboard.type(text, { delay: 20 });
  await keys("Held");
  await page.keyboard.press("Tab");
  await keys("Sample");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await keys("(415) 555-0134");
  await page.getByLabel("Email 1").focus();
  await keys("held@example.com");
  await page.getByText("Seller", { exact: true }).click();
  await page.getByRole("button", { name: "Add phone" }).click();
  await page.getByRole("combobox", { name: "Tags" }).focus();
  await keys("Sample one");
  await page.keyboard.press("Enter");
  await keys("Sample two");
  await page.getByRole("group", { name: "Birthday" }).getByLabel("Year").focus();
  await page.keyboard.press("Enter");
  await keys("A sample neighbor");
  await page.keyboard.press("Shift+ArrowLeft");
  await stillFirst(page);
  letThrough();
  await takenOver(page);
  await expect(page.getByLabel("Referred by")).toBeFocused();
  await keys("s");
  await expect(page.getByRole("textbox", { name: "Phone 2" })).toHaveValue("");
  await expect(page.getByLabel("Referred by")).toHaveValue("A sample neighbos");
  await expect(first).toHaveValue("Held");
  await expect(page.getByText("26 left")).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Held");
  expect(lead?.received).toMatchObject({
    lastName: "Sample",
    phones: ["(415) 555-0134"],
    emails: ["held@example.com"],
    leadTypes: [1],
    referredBy: "A sample neighbos",
    tagsAdd: ["Sample one", "Sample two"],
  });
});

test("desk: a step pressed before the app loads does not change the page while the person types", async ({ page }) => {
  const letThrough = await openHeld(page, "/s/front-desk");
  await page.getByRole("button", { name: "Inquiry" }).click();
  await page.getByLabel("Last name").click();
  await page.keyboard.type("Went");
  letThrough();
  await takenOver(page);
  await page.keyboard.type(" on");
  await expect(page.getByLabel("Last name")).toHaveValue("Went on");
  await expect(page.getByLabel("Last name")).toBeFocused();
  await expect(page.getByRole("heading", { level: 1, name: "Contact" })).toBeVisible();
});

test("agent: Save pressed before the scripts load saves the typed lead once", async ({ page, foyer }) => {
  await atOpenHouse(page);
  const letThrough = await openHeld(page, "/s/open-house");
  await page.getByLabel("First name").click();
  await page.keyboard.type("Early", { delay: 30 });
  await page.getByText("Buyer", { exact: true }).click();
  const save = page.getByRole("button", { name: "Save", exact: true });
  await save.click();
  await save.click();
  await stillFirst(page);
  letThrough();
  await takenOver(page);
  await expect.poll(async () => early(await foyer.leads()).length).toBe(1);
  await expect(page.getByLabel("First name")).toHaveValue("");
  expect(early(await foyer.leads())[0]?.received).toMatchObject({ leadTypes: [2] });
  expect(early(await foyer.leads())).toHaveLength(1);
});

const early = (leads: readonly { readonly stored: Record<string, unknown>; readonly received: object }[]) =>
  leads.filter(({ stored }) => stored["firstName"] === "Early");

test("agent: text typed into an open fold before the scripts load is kept", async ({ page }) => {
  await atOpenHouse(page);
  const letThrough = await openHeld(page, "/s/open-house");
  await page.locator("main summary").first().click();
  const box = page.getByLabel("Referred by");
  await box.click();
  await page.keyboard.type("A neighbo", { delay: 20 });
  await stillFirst(page);
  letThrough();
  await takenOver(page);
  await expect(box).toBeFocused();
  await page.keyboard.type("r");
  await expect(box).toHaveValue("A neighbor");
});

test('agent: a device without "who" never shows an empty form first', async ({ page }) => {
  const letThrough = await openHeld(page, "/s/open-house");
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeVisible();
  await expect(page.getByLabel("First name")).toBeHidden();
  letThrough();
  await page.getByRole("button", { name: "Let Lofty route these leads" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Where are you today?" })).toBeVisible();
});

test("a draft on this device is never hidden by an empty form", async ({ page }) => {
  await page.goto("/s/front-desk");
  await takenOver(page);
  await page.getByLabel("First name").pressSequentially("Kept");
  await expect(page.getByText("Draft kept")).toBeVisible();
  const letThrough = await openHeld(page, "/s/front-desk");
  await expect(page.getByText("Loading", { exact: true })).toBeVisible();
  expect(await page.getByLabel("First name").count()).toBe(0);
  letThrough();
  await expect(page.getByLabel("First name")).toHaveValue("Kept");
  expect(await page.getByLabel("First name").count()).toBe(1);
});

test("kiosk: Start pressed before the scripts load opens the form", async ({ page }) => {
  const letThrough = await openHeld(page, "/kiosk/kiosk");
  await page.getByRole("button", { name: "Tap to sign in" }).click();
  await stillFirst(page);
  letThrough();
  await expect(page.getByRole("heading", { level: 1, name: "Who are you?" })).toBeVisible();
});

test("embed: IME composition during the takeover loses nothing", async ({ page }) => {
  const letThrough = await openHeld(page, "/embed/website");
  const name = page.getByLabel("First name");
  await name.click();
  const ime = await page.context().newCDPSession(page);
  await ime.send("Input.imeSetComposition", { text: "ひろ", selectionStart: 2, selectionEnd: 2 });
  letThrough();
  await page.waitForLoadState("networkidle");
  await expect(name).toHaveValue("ひろ");
  await stillFirst(page);
  await ime.send("Input.insertText", { text: "寛" });
  await takenOver(page);
  await expect(name).toHaveValue("寛");
  await expect(name).toBeFocused();
  await page.keyboard.type("子");
  await expect(name).toHaveValue("寛子");
  await page.getByLabel("Last name").click();
  await expect(name).toHaveValue("寛子");
});

test("agent: a press that is held during the takeover counts once", async ({ page }) => {
  await atOpenHouse(page);
  const letThrough = await openHeld(page, "/s/open-house");
  const more = page.getByRole("button", { name: "More questions" });
  await page.getByLabel("First name").click();
  await page.keyboard.type("Pressing", { delay: 30 });
  await more.hover();
  await page.mouse.down();
  letThrough();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1_000);
  await stillFirst(page);
  await page.mouse.up();
  await takenOver(page);
  await expect(page.getByRole("heading", { level: 1, name: "Inquiry" })).toBeVisible();
});

test("embed: a touch that became a scroll does not delay the app", async ({ page }) => {
  const letThrough = await openHeld(page, "/embed/website");
  await page.getByLabel("First name").click();
  for (const type of ["pointerdown", "pointercancel"]) await page.locator("main h1").first().dispatchEvent(type);
  letThrough();
  await takenOver(page);
});

test("desk: if the app cannot render the form, its error replaces the first screen", async ({ page }) => {
  await page.goto("/s/front-desk");
  await takenOver(page);
  // The page's own request for the station must not replace what follows.
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    const { version } = (await (await fetch("/api/stations/front-desk")).json()) as { version: string };
    localStorage.setItem("foyer:station:front-desk", JSON.stringify({ id: "front-desk", profile: "desk", version }));
  });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Something went wrong on this screen." })).toBeVisible();
  await expect(page.getByLabel("First name")).toHaveCount(0);
});
