import { expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";

test("before Save a broker reads what will change, in words, and takes single changes back", async ({ page }) => {
  const path = "/api/stations/kiosk";
  const saved = (await (await page.request.get(path)).json()) as { name: string; brand?: object };
  const before = { ...saved, brand: { name: "Sample Homes", colour: "#055651" } };
  await page.request.put(path, { data: before });
  await page.goto("/settings/kiosk");
  const list = page.getByRole("region", { name: "What will change" });
  await expect(list).toHaveCount(0);

  await openSection(page, "Look");
  const colour = page.getByLabel("Brand color");
  await colour.press("Control+A");
  await colour.pressSequentially("#8A1538");
  const brokerage = page.getByLabel("Brokerage");
  await brokerage.press("End");
  await brokerage.pressSequentially(" of the Bay ");
  await openSection(page, "Questions");
  await page.getByRole("group", { name: "Last name" }).getByText("Required").click();
  await openSection(page, "Kiosk");
  const idle = page.getByLabel(/^Seconds until/);
  await idle.press("Control+A");
  await idle.pressSequentially("9x");
  const lines = list.getByRole("listitem");
  await expect(lines).toHaveText([
    /^Last name: Ask\s+Required\s*Undo$/,
    /^Brokerage: Sample Homes\s+Sample Homes of the Bay\s*Undo$/,
    /^Brand color: dark green\s+burgundy\s*Undo$/,
    /^Seconds until it asks “Still there\?”: 60\s+not a number\s*Undo$/,
  ]);
  await expect(page.getByText("4 changes, not saved yet")).toBeVisible();

  // By keys alone. The focus goes on to the next Undo, and what is typed elsewhere stays, also if it is no number.
  await lines.nth(2).getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await expect(colour).toHaveValue("#055651");
  await expect(brokerage).toHaveValue("Sample Homes of the Bay");
  await expect(idle).toHaveValue("9x");
  await expect(lines.nth(0).getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await openSection(page, "Questions");
  await expect(page.getByRole("group", { name: "Last name" }).getByLabel("Ask")).toBeChecked();
  await lines.nth(0).getByRole("button", { name: "Undo" }).focus();
  await expect(lines).toHaveCount(2);
  for (let left = 1; left >= 0; left--) {
    await page.keyboard.press("Enter");
    await expect(lines).toHaveCount(left);
  }
  await expect(idle).toHaveValue("60");
  await expect(page.getByText("not saved yet")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save for every device" })).toBeFocused();
  // Nothing asks: there is nothing unsaved.
  await page.getByRole("link", { name: "Stations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  await page.request.put(path, { data: saved });
});

test("on a phone one section is open at a time, nothing typed is lost, and an error opens its section", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/settings/kiosk");
  const fold = (name: string) => page.locator("form").getByRole("link", { name, exact: true });
  const opened = page.locator("form [aria-expanded=true]");
  // The list says what is set.
  await expect(fold("Languages")).toHaveAccessibleDescription("English and 6 more");
  await expect(opened).toHaveCount(0);
  const brokerage = page.getByLabel("Brokerage");
  await expect(brokerage).toBeHidden();

  await fold("Look").focus();
  await page.keyboard.press("Enter");
  await expect(fold("Look")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(brokerage).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Sample Homes of the Hill");
  await fold("Kiosk").click();
  await expect(opened).toHaveCount(1);
  await expect(brokerage).toBeHidden();
  await expect(fold("Look")).toHaveAccessibleDescription("1 change");
  const idle = page.getByLabel(/^Seconds until/);
  await idle.fill("");
  await idle.pressSequentially("7");
  await page.getByRole("button", { name: "What will change" }).click();
  await expect(page.getByRole("heading", { name: "What will change" })).toBeFocused();
  // A press on the open one closes it.
  await fold("Kiosk").click();
  await expect(opened).toHaveCount(0);

  await page.getByRole("button", { name: "Save for every device" }).click();
  await expect(page.getByText("Not saved. Look at what is marked, or try again.")).toBeVisible();
  await expect(idle).toBeFocused();
  await expect(idle).toHaveAttribute("aria-invalid", "true");
  await expect(fold("Kiosk")).toHaveAccessibleDescription("Needs a fix");
  await expect(page).toHaveURL(/\/settings\/kiosk#kiosk$/);
  await idle.fill("60");
  await page.goBack();
  await expect(brokerage).toBeVisible();
  await expect(brokerage).toHaveValue("Sample Homes of the Hill");
  await page.getByRole("button", { name: "Discard" }).click();

  // The address opens a section, also when the page is loaded with it.
  await page.goto("/settings/kiosk#consent");
  await page.reload();
  await expect(fold("Consent")).toBeFocused();
  await expect(page.getByLabel("Version")).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole("region", { name: "Consent" }).getByLabel("Version")).toBeVisible();
  await expect(
    page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Consent" }),
  ).toHaveAttribute("aria-current", "true");
});
