import { atOpenHouse, expect, test } from "../foyer.ts";
import { openSection } from "../openSection.ts";

test("a device's settings apply at once and after a reload, and clearing the device asks first", async ({ page }) => {
  const look = () =>
    page.evaluate(() => {
      const { fontSize, colorScheme } = getComputedStyle(document.documentElement);
      return { fontSize, colorScheme, ground: getComputedStyle(document.body).backgroundColor };
    });
  await page.goto("/settings");
  await page.getByRole("group", { name: "Theme" }).getByLabel("Dark").check();
  await page.getByRole("group", { name: "Text size" }).getByLabel("150%").check();
  expect(await look()).toEqual({ fontSize: "24px", colorScheme: "dark", ground: "rgb(12, 22, 20)" });
  await page.goto("/s/front-desk");
  await expect(page.getByLabel("First name")).toBeVisible();
  expect(await look()).toEqual({ fontSize: "24px", colorScheme: "dark", ground: "rgb(12, 22, 20)" });

  await page.goto("/settings");
  await page.getByRole("button", { name: "Clear this device" }).click();
  const dialog = page.getByRole("dialog", { name: "Clear this device?" });
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await page.evaluate(() => localStorage.length)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Clear this device" }).click();
  await dialog.getByRole("button", { name: "Clear this device" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Stations" })).toBeVisible();
  expect((await look()).fontSize).toBe("16px");
});

test("a station's settings apply to every device, and an invalid value is marked at its box", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/settings");
  await page.getByRole("link", { name: "Open house Agent" }).click();
  await page.getByLabel("Temperatures").fill("Hot\nWarm\nNurture\nInvestor");
  await page.getByLabel("Keep unfinished leads").uncheck();
  await page.getByLabel("Hold new leads while Lofty can’t be searched").check();
  await openSection(page, "Look");
  const colour = page.getByLabel("Brand color");
  await colour.fill("blue");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Not saved. Look at what is marked, or try again.")).toBeVisible();
  await expect(colour).toHaveAttribute("aria-invalid", "true");
  await expect(colour).toBeFocused();
  await colour.fill("#8A1538");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();

  await page.goto("/s/open-house");
  await expect(page.getByRole("checkbox", { name: "Investor", exact: true })).toHaveCount(2);
  const brand = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--brand").trim());
  expect((await brand()).toUpperCase()).toBe("#8A1538");
  const path = "/api/stations/open-house";
  const station = (await (await page.request.get(path)).json()) as {
    brand: { name: string };
    drafts: boolean;
    whenUnrecognized: string;
  };
  expect(station.drafts).toBe(false);
  expect(station.whenUnrecognized).toBe("park");
  const { name } = station.brand;
  const before = {
    temperatures: ["Hot", "Warm", "Nurture"],
    drafts: true,
    whenUnrecognized: "create",
    brand: { name },
  };
  await page.request.put(path, { data: { ...station, ...before } });
});

test("staff set a kiosk's event, and the kiosk greets the next visitor with it", async ({ page }) => {
  const path = "/api/stations/kiosk";
  const before = (await (await page.request.get(path)).json()) as object;
  await page.goto("/settings/kiosk#event");
  await page.getByRole("textbox", { name: "Address" }).fill("12 Sample Court");
  await page.getByLabel("Date", { exact: true }).fill("2026-11-22");
  await page.getByRole("button", { name: "Save" }).click();
  const note = page.getByText("12 Sample Court was set for 2026-11-22, not today.");
  await expect(note).toBeVisible();
  await page.goto("/today?station=kiosk");
  await expect(note).toBeVisible();
  await page.goto("/kiosk/kiosk");
  await expect(page.getByRole("heading", { name: "Welcome", exact: true })).toBeVisible();

  await page.goto("/settings/kiosk");
  await openSection(page, "Event");
  await page.getByLabel("Date", { exact: true }).fill(await page.evaluate(() => new Date().toLocaleDateString("sv")));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved for every device.")).toBeVisible();
  await page.goto("/kiosk/kiosk");
  await expect(page.getByRole("heading", { name: "Welcome to 12 Sample Court" })).toBeVisible();
  await page.request.put(path, { data: before });
});
